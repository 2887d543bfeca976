import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, sectionsIn, unitsUnder } from '../outline.ts'
import { sectionSubject } from './subjects.ts'
import { areTwoSides, type StatedTie } from './tie.ts'

const partners =
  /자매|우호|결연|교류 ?도시|협력 ?도시|jumel|villes? (?:soeurs?|amies?|partenaires?)|nos partenaires|sister|twin(?:ned)? (?:town|cit)|partner (?:town|cit)/u

/** Sections named after a partner, beneath a title that announces partners: the cards of a page, the chapters of a report. */
export function partnerSections(
  { root }: Outline,
  mentions: Mentions,
  owner: AuthorityMention | null,
): StatedTie[] {
  return sectionsIn(root).flatMap((section): StatedTie[] => {
    const { title } = section
    if (!title || !partners.test(title.plain) || section.sections.length < 2) return []
    const side = sectionSubject(section, mentions) ?? owner
    return section.sections.flatMap((each): StatedTie[] => {
      const named = each.title ? (mentions.authorities.get(each.title) ?? []) : []
      const [partner] = named
      const stated = each.title?.sentences[0]
      if (
        !side ||
        !partner ||
        !stated ||
        partner.start > 8 ||
        !areTwoSides(side, partner) ||
        named.some((other) => areTwoSides(partner, other))
      )
        return []
      const told = unitsUnder(each).flatMap(({ sentences }) => sentences)
      return told.length === 0
        ? []
        : [
            {
              parties: [side, partner],
              stated,
              told,
              by: 'title',
              within: null,
              kindWords: '',
              cells: [],
              isBeside: false,
            },
          ]
    })
  })
}
