/** How figures are written for people. Nothing outside `report/` formats a number, and no locale is consulted. */

/** `1000000` → `1,000,000`. */
export function count(value: number): string {
  const digits = Math.trunc(value).toString();
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 array`, `2 arrays`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Rounded towards the middle: only nothing is `0 %`, and only everything is `100 %`. */
export function percent(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return "0 %";
  if (part >= whole) return "100 %";
  const tenths = Math.floor((part / whole) * 1000);
  if (tenths === 0) return "<0.1 %";
  return `${Math.min(tenths, 999) / 10} %`;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Decimal units, three significant digits: `72000024` → `72 MB`. */
export function bytes(value: number): string {
  let scaled = value;
  let unit = 0;
  while (scaled >= 999.5 && unit < BYTE_UNITS.length - 1) {
    scaled /= 1000;
    unit++;
  }
  const text = unit === 0 ? String(Math.trunc(scaled)) : String(Number(scaled.toPrecision(3)));
  return `${text} ${BYTE_UNITS[unit]}`;
}

/** Arrays per iteration: whole numbers as they are, others with up to two decimals. */
export function rate(part: number, whole: number): string {
  if (whole <= 0) return "";
  const value = part / whole;
  if (value > 0 && value < 0.01) return "<0.01";
  if (value >= 100) return count(Math.round(value));
  return String(Number(value.toFixed(2)));
}

/** A time in milliseconds as seconds, a tenth at the least: `0.4 s`. */
export function seconds(milliseconds: number): string {
  return `${count(Math.floor(milliseconds / 1000))}.${Math.floor((milliseconds % 1000) / 100)} s`;
}
