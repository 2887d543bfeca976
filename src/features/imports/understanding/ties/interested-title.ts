import { type Section, sectionsAbove } from '../outline.ts'

/** What a section about authorities that look for a partner is called, over plain copies. */
export const interestedTitle =
  /interess|recherche?(?:nt)? (?:de |d'|un )?partenai|en recherche|souhait|candidat|nouer|demandes? (?:nouvelle|recue)|looking for|seeking|interested|requests|(?:상대|파트너|도시|지역)(?:를|을)? ?(?:찾|구하)는|희망|관심|파트너 ?모집/u

/** Whether a section, or one above it, is about those who look for a partner. */
export const isInterested = (section: Section | null) =>
  section !== null &&
  sectionsAbove(section).some(({ title }) => title !== null && interestedTitle.test(title.plain))
