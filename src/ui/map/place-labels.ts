import { textWidth } from '../../platform/documents/text-width.ts'

export interface LabelRequest {
  key: string
  text: string
  at: readonly [number, number]
}

export interface PlacedLabel extends LabelRequest {
  x: number
  y: number
  anchor: 'start' | 'end' | 'middle'
  /** The label is away from its point: a thin line leads to it. */
  led: boolean
}

interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

const nearOffsets = [
  [8, 0, 'start'],
  [-8, 0, 'end'],
  [0, -11, 'middle'],
  [0, 12, 'middle'],
  [7, -9, 'start'],
  [7, 10, 'start'],
  [-7, -9, 'end'],
  [-7, 10, 'end'],
] as const

const farOffsets = [18, 30, 42, 56, 70].flatMap(
  (away) =>
    [
      [away, -away * 0.6, 'start'],
      [-away, -away * 0.6, 'end'],
      [away, away * 0.6, 'start'],
      [-away, away * 0.6, 'end'],
      [away * 1.2, 0, 'start'],
      [-away * 1.2, 0, 'end'],
    ] as const,
)

/**
 * Places labels beside their points, one after another in the given order, without touching one another, a point or the sheet’s edge. A
 * label without room is left out: the list beneath the map has it.
 */
export function placeLabels<Request extends LabelRequest>(
  requests: readonly Request[],
  sheet: { width: number; height: number; size: number },
): (Request & PlacedLabel)[] {
  const taken: Rectangle[] = requests.map(({ at: [x, y] }) => ({
    left: x - 4,
    top: y - 4,
    right: x + 4,
    bottom: y + 4,
  }))
  const placed: (Request & PlacedLabel)[] = []
  for (const request of requests) {
    const width = textWidth(request.text, sheet.size)
    for (const [dx, dy, anchor] of [...nearOffsets, ...farOffsets]) {
      const x = Math.round(request.at[0] + dx)
      const y = Math.round(request.at[1] + dy)
      const rectangle = labelRectangle(x, y, anchor, width, sheet.size)
      if (!fits(rectangle, sheet) || taken.some((other) => overlaps(rectangle, other))) continue
      taken.push(rectangle)
      placed.push({ ...request, x, y, anchor, led: Math.hypot(dx, dy) > 14 })
      break
    }
  }
  return placed
}

/** The room a label takes; `y` is its middle. */
export function labelRectangle(
  x: number,
  y: number,
  anchor: PlacedLabel['anchor'],
  width: number,
  size: number,
): Rectangle {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.62, bottom: y + size * 0.62 }
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function fits(rectangle: Rectangle, sheet: { width: number; height: number }): boolean {
  return (
    rectangle.left >= 2 &&
    rectangle.top >= 2 &&
    rectangle.right <= sheet.width - 2 &&
    rectangle.bottom <= sheet.height - 2
  )
}
