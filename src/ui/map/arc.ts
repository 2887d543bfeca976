import type { XY } from './places.ts'

/**
 * A curve between two places that leaves each of them towards the other: level if they are side by side, upright if one is below, so that
 * many of them run together rather than through one another.
 */
export function arcBetween([ax, ay]: XY, [bx, by]: XY): string {
  const dx = bx - ax
  const dy = by - ay
  if (Math.abs(dx) >= Math.abs(dy)) {
    return `M${ax},${ay}C${tenth(ax + dx * 0.4)},${ay} ${tenth(bx - dx * 0.4)},${by} ${bx},${by}`
  }
  return `M${ax},${ay}C${ax},${tenth(ay + dy * 0.4)} ${bx},${tenth(by - dy * 0.4)} ${bx},${by}`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
