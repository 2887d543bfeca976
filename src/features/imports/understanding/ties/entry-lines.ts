import type { AuthorityMention } from '../names/authority-mention.ts'
import { type Outline, sectionsAbove, type Unit } from '../outline.ts'

/** The topic of a heading above partners, or of a sentence that introduces them. */
export const partnersTitle =
  /jumel|partenaires?\b|partenariats?\b|villes? (?:soe?urs?|amies?)|cooperations?|sister|twin|partner|자매|우호|결연|교류 ?(?:도시|지역|현황|내용|실적)|국제 ?교류|협력 ?도시|(?:협의|추진|논의) ?중인 ?(?:도시|지역|지자체)/u

/** “Cork (Ireland), since 1994”, « Lemgo, Allemagne : 1975 »: a town with its year, on a line of its own. */
export const isDatedEntry = ({ plain, passage }: Unit, { start, end }: AuthorityMention) =>
  start <= 4 &&
  passage.text.length < 120 &&
  /^(?: ?\([^)]*\)|, [a-z' -]{3,24})? ?[,:–-]? ?(?:(?:since|depuis|en|in|le|jumel\p{L}*|twinned|partenaire)[^.;]{0,30})?\(?(?:\d{1,2} \p{L}+ )?(?:19|20)\d\d\)?/u.test(
    plain.slice(end),
  )

/** The title above such entries, or the sentence that introduces them: “Swansea has twinning agreements with three cities.” */
export function leadOfEntries(outline: Outline, index: number): Unit | null {
  const heading = headingOf(outline, index)
  if (heading && partnersTitle.test(heading.plain)) return heading
  return (
    outline.units
      .slice(Math.max(0, index - 10), index)
      .findLast(
        ({ plain, passage }) =>
          passage.kind !== 'row' && passage.text.length < 200 && severalTowns.test(plain),
      ) ?? heading
  )
}

const severalTowns =
  /\b(?:jumel|twin|partenai|partner|sister|amitie|friendship|lien|link)\p{L}*\b[^.;]{0,60}\b(?:villes|communes|cites|collectivites|cities|towns|regions|partners?|partenaires?)\b|\b(?:villes|communes|cites|cities|towns)\b[^.;]{0,30}\b(?:jumel|twin|partenai|partner|sister)/u

/** The title above an item, or the line that announces its list. */
export function headingOf({ units }: Outline, index: number): Unit | null {
  const unit = units[index]
  if (!unit) return null
  for (let at = index - 1; at >= Math.max(0, index - 30); at -= 1) {
    const before = units[at]
    if (!before || before.section !== unit.section || before.passage.kind === 'title') break
    if (
      before.passage.kind === 'paragraph' &&
      /[:：]$/.test(before.passage.text) &&
      unit.passage.kind === 'item'
    )
      return before
    if (before.passage.kind === 'paragraph' && unit.passage.kind === 'item') {
      // « Jumelages et coopérations de la Ville », a line without a colon that heads the items beneath.
      if (
        before.passage.text.length < 90 &&
        !/[.!?]$/.test(before.passage.text) &&
        partnersTitle.test(before.plain)
      )
        return before
      break
    }
  }
  return (
    sectionsAbove(unit.section).find(({ title }) => title !== null && partnersTitle.test(title.plain))
      ?.title ?? unit.section.title
  )
}
