/** `node:inspector` within one thread, where every answer is there when `post` returns. */
import { Session } from "node:inspector";

export interface Inspector {
  post<Result>(method: string, parameters?: object): Result;
}

export function openInspector(): Inspector {
  const session = new Session();
  session.connect();
  return {
    post<Result>(method: string, parameters: object = {}): Result {
      let answer: { error: Error | null; result: unknown } | undefined;
      session.post(method, parameters, (error, result) => {
        answer = { error, result };
      });
      if (!answer) throw new Error(`${method} did not answer at once`);
      if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
      return answer.result as Result;
    },
  };
}
