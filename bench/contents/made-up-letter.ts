import type { Letter } from '../../src/platform/letters/letter.ts'

const words = {
  fr: {
    sender: 'Groupe-pays France–Corée',
    heading: 'Lettre n° 12 · octobre 2017',
    part: 'À venir',
    title: 'Rencontre des collectivités jumelées : bilan et préparation de l’année',
    text: 'Les services des relations internationales des deux collectivités se retrouvent pour préparer la venue des délégations.',
    facts: ['mardi 12 décembre 2017, 9 h à Paris, 17 h à Séoul', 'Suncheon, Jeolla du Sud'],
  },
  ko: {
    sender: '한·불 지방정부 교류 그룹',
    heading: '소식지 제12호 · 2017년 10월',
    part: '예정 행사',
    title: '자매결연 지방자치단체 실무 협의회: 성과 점검 및 내년 계획',
    text: '양측 지방자치단체 국제교류 담당 부서가 대표단 방문을 준비하기 위하여 협의합니다.',
    facts: ['2017년 12월 12일 화요일 파리 9시, 서울 17시', '전라남도 순천시'],
  },
  en: {
    sender: 'France–Korea country group',
    heading: 'Letter no. 12 · October 2017',
    part: 'Coming up',
    title: 'Meeting of the twinned authorities: what was done and what comes next year',
    text: 'The international offices of both authorities meet in order to prepare the visit of the delegations.',
    facts: ['Tuesday 12 December 2017, 9:00 in Paris, 17:00 in Seoul', 'Suncheon, South Jeolla'],
  },
} as const

/** A letter of so many items in one language. */
export function madeUpLetter(language: Letter['language'], count: number): Letter {
  const { sender, heading, part, title, text, facts } = words[language]
  const passage = (said: string) => ({ text: said, language })
  return {
    language,
    sender,
    heading,
    title: passage(title),
    preview: text,
    introduction: passage(text),
    parts: [
      {
        kind: 'items',
        title: passage(part),
        items: Array.from({ length: count }, (_, at) => ({
          title: passage(`${at + 1}. ${title}`),
          text: passage(text),
          facts: [...facts],
          credit: null,
          address: `https://entente.example/${language}/france-coree/agenda/rencontre-${at}`,
        })),
      },
    ],
    webAddress: `https://entente.example/${language}/france-coree/newsletter/12`,
    groupAddress: `https://entente.example/${language}/france-coree/group`,
  }
}
