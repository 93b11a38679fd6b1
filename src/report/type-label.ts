/** How a size class is called in every format: `NdArray 3×3`, `Float64Array(9)`, `Array`. */
export function typeLabel(type: string, size: string | null): string {
  if (size === null || size === "") return type;
  return /^\d+$/.test(size) ? `${type}(${size})` : `${type} ${size}`;
}
