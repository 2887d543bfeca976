import type { BaseMap } from './base-map.ts'
import type { Placement } from './places.ts'

export interface Sheet {
  width: number
  height: number
  /** Size of the labels, in the sheet's pixels. */
  size: number
  placements: Placement[]
}

/** The countries side by side, as large as the width of a page allows; four a line at most. */
export function wideSheet(base: BaseMap): Sheet {
  const perLine = Math.min(base.insets.length, 4)
  const slot = Math.round(1120 / perLine)
  const inner = perLine === 2 ? 440 : slot - 60
  const scale = Math.min(
    1.15,
    ...base.insets.map(({ width, height }) => Math.min(inner / width, 460 / height)),
  )
  const lineHeight = Math.ceil(Math.max(...base.insets.map(({ height }) => height)) * scale) + 16
  return {
    width: 1120,
    height: lineHeight * Math.ceil(base.insets.length / perLine),
    size: 13,
    placements: base.insets.map((inset, index) => ({
      inset,
      scale: hundredth(scale),
      x: Math.round(
        (index % perLine) * slot + sideways(index, base.insets.length, slot - inset.width * scale),
      ),
      y: Math.floor(index / perLine) * lineHeight + Math.round((lineHeight - inset.height * scale) / 2),
    })),
  }
}

/** The countries one under another, for a phone. */
export function narrowSheet(base: BaseMap): Sheet {
  const scale = 0.84
  const placements: Sheet['placements'] = []
  let top = 0
  for (const inset of base.insets) {
    placements.push({ inset, scale, x: Math.round((360 - inset.width * scale) / 2), y: top })
    top += Math.round(inset.height * scale) + 24
  }
  return { width: 360, height: Math.max(top - 24, 1), size: 12, placements }
}

/** A pair is at the two edges, so that its arcs have room; more are in the middle of their slots. */
function sideways(index: number, count: number, free: number): number {
  if (count === 2) return index === 0 ? 0 : free
  return free / 2
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}
