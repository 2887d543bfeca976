import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { threadMs } from '../../../../test/support/thread-time.ts'
import { readMarkdown } from '../../../platform/reading/markdown/read-markdown.ts'
import { readPlainText } from '../../../platform/reading/read-plain-text.ts'
import { lettersOf } from './letters.ts'
import { findMentions } from './names/find-mentions.ts'
import { lookUpNames } from './names/queries.ts'
import { outlineOf } from './outline.ts'
import { personsOfText } from './people/persons-of-text.ts'
import { understand } from './understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const sidesOf = async (text: string) => {
  const outline = outlineOf(readPlainText(text))
  const mentions = await findMentions(lookUpNames(testApp.context), outline, personsOfText(outline))
  return lettersOf(outline, mentions).map(({ owner, addressee }) => [owner?.name, addressee?.name])
}
const tiesOf = async (text: string) =>
  (await understand(lookUpNames(testApp.context), readPlainText(text))).cooperations.map(
    ({ parties, agreements, activities }) => ({
      between: parties.map(({ name }) => name),
      agreements: agreements.map(({ kind, date }) => [kind, date]),
      activities: activities.map(({ date }) => date),
    }),
  )

const thread = `De : Julie Marchand <j.marchand@ville-nantes.example>
À : 김하늘 <haneul@suncheon.example>
Date : lundi 3 juin 2024 10:12
Objet : Re: jardins

Bonjour Monsieur Kim,

Merci pour votre message. Nous avons bien reçu le programme.

Bien à vous,
Julie Marchand
Ville de Nantes

> 보낸사람: 김하늘 (순천시 국제교류팀)
> 보낸날짜: 2024년 5월 30일
>
> 마르샹 담당관님, 안녕하십니까.
> 참고로 저희 시는 일본 이즈미시와 2011년 5월 자매결연을 맺고
> 있습니다.
> 김하늘 드림
`

describe('several mails in one text', () => {
  it('knows for whom each is written: by its head, its signature and the address', async () => {
    expect(await sidesOf(thread)).toEqual([
      ['Ville de Nantes', '순천시'],
      ['순천시', 'Ville de Nantes'],
    ])
    expect(
      await sidesOf(
        `De : Jean Robin\nÀ : Paul Durand <p.durand@mairie-limoges.example>\nDate : 3 mai 2021\n\nMerci. Limoges nous attend.\n\nLe 2 mai 2021 à 10:02, Paul Durand a écrit :\n> Bonjour, voici notre calendrier.\n> Paul\n`,
      ),
    ).toEqual([
      ['Limoges', undefined],
      ['Limoges', undefined],
    ])
  })

  it('knows a head whose lines stand in one, and who says in Korean whom he writes for', async () => {
    const text = `**De :** Julie Marchand
**À :** 김하늘
**Date :** 3 juin 2024
**Objet :** Nantes – 순천시

Merci.

Julie Marchand, Ville de Nantes

> 보낸 사람: 김하늘 보낸 날짜: 2024년 5월 30일 제목: 낭트 건
>
> 순천시 국제교류팀 김하늘입니다. 우리 시는 일본 이즈미시와 2011년 5월 자매결연을 맺었습니다.
`
    const document = readMarkdown(text)
    expect(document.passages.slice(0, 4).map((passage) => passage.text)).toEqual([
      'De : Julie Marchand',
      'À : 김하늘',
      'Date : 3 juin 2024',
      'Objet : Nantes – 순천시',
    ])
    const { cooperations } = await understand(lookUpNames(testApp.context), document)
    expect(cooperations.map(({ parties }) => parties.map(({ name }) => name))).toContainEqual([
      '순천시',
      '이즈미시',
    ])
  })

  it('gives what is quoted to whoever wrote it, and nothing of it to whoever answers', async () => {
    expect(await tiesOf(thread)).toEqual([
      { between: ['순천시', '이즈미시'], agreements: [['twinning', '2011-05']], activities: [] },
    ])
  })

  it('goes on with the first mail after a quotation, and counts dates from the day of each', async () => {
    const text = `De : Anne Petit (Ville de Limoges)
À : groupe
Envoyé : 5 mars 2024

Bonjour,

> De : Marc Leroy (Ville de Marseille)
> Envoyé : 4 janvier 2020
>
> La Ville de Marseille a signé l'an dernier une convention de coopération avec la Ville de Busan.

Pour nous, la Ville de Limoges a signé l'an dernier un protocole d'entente avec la Ville d'Icheon.

Anne Petit
`
    expect((await tiesOf(text)).map(({ between, agreements }) => [between, agreements])).toEqual([
      [['Limoges', 'Icheon'], [['mou', '2023']]],
      [['Marseille', 'Busan'], [['cooperation_agreement', '2019']]],
    ])
  })

  it('reads ten thousand heads as one text, in the time of one', () => {
    const text = 'De : A\nÀ : B\nDate : 3 mai 2021\n\nBonjour.\n\n'.repeat(10_000)
    const document = readPlainText(text)
    expect(threadMs(() => outlineOf(document))).toBeLessThan(3_000)
    expect(new Set(outlineOf(document).units.map(({ letter }) => letter))).toEqual(new Set([0]))
  })

  it('takes no journey “De : … À : …” and no quoted notice for mails', async () => {
    const one = readPlainText('Programme\n\nDe : Paris\nÀ : Séoul\n\nLa délégation arrive le soir.\n')
    expect(new Set(outlineOf(one).units.map(({ letter }) => letter))).toEqual(new Set([0]))
    const notice = readPlainText('Jumelages\n\n> Mise à jour : 2022\n\nLa Ville est jumelée avec Fès.\n')
    expect(new Set(outlineOf(notice).units.map(({ letter }) => letter))).toEqual(new Set([0]))
  })
})
