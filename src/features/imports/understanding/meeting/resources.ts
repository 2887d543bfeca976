import type { Outline } from '../outline.ts'
import type { ReadResource } from '../reading.ts'

/** The links of a text; a dead one keeps its label and gets no address. Mail addresses are no resources. */
export function readResources({ units }: Outline): ReadResource[] {
  return units.flatMap((unit) =>
    unit.passage.links.flatMap(({ label, url, start, end }): ReadResource[] => {
      if (label.trim() === '' || /^(?:mailto|tel):/i.test(url ?? '')) return []
      const sentence = unit.sentences.find((each) => start >= each.start && end <= each.end)
      return [{ label: label.trim(), url, quote: { passage: unit.index, start: sentence?.start ?? 0, end: sentence?.end ?? unit.passage.text.length } }]
    }),
  )
}
