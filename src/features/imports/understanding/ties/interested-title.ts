import { type Section, sectionsAbove } from '../outline.ts'

/** Titles of sections about authorities that look for a partner, over plain copies. */
export const interestedTitle =
  /interess|recherche?(?:nt)? (?:de |d'|un )?partenai|en recherche|souhait|candidat|nouer|demandes? (?:nouvelle|recue)|looking for|seeking|interested|requests|(?:상대|파트너|도시|지역)(?:를|을)? ?(?:찾|구하)는|희망|관심|파트너 ?모집/u

/** 대만의 항구도시도 물색하고 있다: a partner is sought, whichever others the passage names. */
export const seeksAnother = (text: string) =>
  /(?:도시|지자체|자치단체|지방정부|상대|파트너|고장)(?:도|을|를|와|과)?(?:의)? ?(?:[가-힣]+ ){0,2}?(?:물색|찾고 (?:있|싶)|찾는 ?중|찾습니다|찾는다)/u.test(
    text,
  )

/** Whether a section, or one above it, is about authorities that look for a partner. */
export const isInterested = (section: Section | null) =>
  section !== null &&
  sectionsAbove(section).some(({ title }) => title !== null && interestedTitle.test(title.plain))
