/**
 * An array that becomes a text: every operator, key and native that wants a primitive asks `Array.prototype.toString`
 * (ECMA-262, OrdinaryToPrimitive), which reads the array until the last of its elements has become text. No probe can
 * stand there, so the function is replaced by one that notes the use when the native has returned or thrown.
 */

const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

/** Gives the function that stands in, and the native it stands for. */
export function noteConversions(use: (value: unknown) => void): [object, object] {
  const owner = Array.prototype;
  const descriptor = getOwnPropertyDescriptor(owner, "toString") as PropertyDescriptor;
  const native = descriptor.value as () => string;
  // A method has no `prototype` and cannot be constructed, as the native one.
  const holder = {
    toString(this: unknown): string {
      try {
        return apply(native, this, []);
      } finally {
        use(this);
      }
    },
  };
  defineProperty(owner, "toString", { ...descriptor, value: holder.toString });
  // Typed arrays have the very same function (ECMA-262, %TypedArray%.prototype.toString).
  const typed = (getPrototypeOf(Int8Array) as { prototype: object }).prototype;
  const theirs = getOwnPropertyDescriptor(typed, "toString");
  if (theirs?.value === native) defineProperty(typed, "toString", { ...theirs, value: holder.toString });
  return [holder.toString, native];
}
