import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../platform/reading/markdown/read-markdown.ts'
import { readParts } from '../../../platform/reading/read-parts.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { findPracticesIn } from './find-practices.ts'

let testApp: TestApp
let slugs: Map<string, string>
beforeAll(async () => {
  testApp = await openTestApp()
  const { rows } = await sql<{ id: string; slug: string }>`
    select organisation_id as id, slug from directory_organisation
  `.execute(testApp.context.database)
  slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
})
afterAll(() => testApp.close())

type Document = ReturnType<typeof readMarkdown>

async function foundIn(document: Document): Promise<string[]> {
  const { application, context } = testApp
  const sentences = (await application.tellSentences?.(context, document, application.stopping)) ?? []
  return findPracticesIn(sentences).map(({ kind, holderId, partnerIds, themes, period }) =>
    [
      kind,
      ...[...(holderId ? [holderId] : []), ...partnerIds].map((id) => slugs.get(id)),
      ...themes,
      period ?? '',
    ]
      .join(' ')
      .trim(),
  )
}

const french = (told: string) =>
  `# Réunion du groupe-pays\n\n## Ville de Limoges – Ville d’Icheon\n\n${told}\n`
const korean = (told: string) => `# 한국 그룹 회의\n\n## 리모주시 – 이천시\n\n${told}\n`
const english = (told: string) => `# Meeting of the group\n\n## City of Limoges – City of Icheon\n\n${told}\n`

describe('what sentences tell', () => {
  it.each([
    [
      french('Limoges et Icheon échangent leur savoir-faire en matière de recyclage depuis 2012.'),
      'practice limoges icheon recycling 2012/..',
    ],
    [
      french('Les deux villes ont partagé leurs bonnes pratiques : petite enfance, recyclage et santé.'),
      'practice limoges icheon early_childhood|practice limoges icheon recycling|practice limoges icheon health',
    ],
    [
      french('Icheon s’est inspirée de la collecte des déchets de Limoges.'),
      'practice limoges icheon recycling',
    ],
    [
      french('Limoges a mis en place un dispositif d’accueil des personnes âgées.'),
      'practice limoges ageing',
    ],
    [
      korean('리모주시와 이천시는 공원 관리 노하우를 공유하고 있다.'),
      'practice limoges icheon parks_and_gardens',
    ],
    [korean('두 도시는 스마트시티 우수사례를 공유했다.'), 'practice limoges icheon smart_city'],
    [
      english('Limoges and Icheon have shared their good practices on waste since 2014.'),
      'practice limoges icheon recycling 2014/..',
    ],
    [
      english('Limoges and Icheon work together on early childhood.'),
      'practice limoges icheon early_childhood',
    ],
  ])('an exchange of practice: %s', async (text, expected) => {
    expect((await foundIn(readMarkdown(text))).join('|')).toBe(expected)
  })

  it.each([
    [
      french('Limoges et Icheon souhaitent partager leur savoir-faire en matière de recyclage.'),
      'intention limoges icheon recycling',
    ],
    [french('- Partager des expériences de recyclage.'), 'intention limoges icheon recycling'],
    [
      korean('리모주시와 이천시는 공원 관리 노하우를 공유할 예정이다.'),
      'intention limoges icheon parks_and_gardens',
    ],
    [korean('양 도시는 재활용 우수사례 공유를 추진하기로 하였다.'), 'intention limoges icheon recycling'],
    [
      english('Limoges and Icheon plan to share their good practices on waste.'),
      'intention limoges icheon recycling',
    ],
    [
      french('Icheon espère bénéficier de l’expertise de Limoges en matière de recyclage.'),
      'question icheon limoges recycling',
    ],
  ])('what is only intended is no practice: %s', async (text, expected) => {
    expect((await foundIn(readMarkdown(text))).join('|')).toBe(expected)
  })

  it.each([
    french('Limoges et Icheon n’ont jamais partagé leur savoir-faire en matière de recyclage.'),
    french('Limoges et Icheon collaborent sur la promotion culturelle et le tourisme.'),
    french('Icheon a participé au festival de Limoges et parlé d’économie.'),
    french('Limoges partage son savoir-faire en matière de recyclage avec Busan.'),
    french('Le jardin de Limoges a reçu une délégation d’Icheon en 2015.'),
    korean('리모주시와 이천시는 재활용 우수사례를 공유하지 않았다.'),
    korean('이천시 대표단이 리모주시 축제에 참가했다.'),
    english('Limoges and Icheon never shared their good practices on waste.'),
  ])('and this is neither: %s', async (text) => {
    expect(await foundIn(readMarkdown(text))).toEqual([])
  })
})

/**
 * Ten of the open readings, read by a person: fourteen exchanges and intentions. Eight are found, all of them right. Missed: an exchange told
 * without a verb, two of people whose trade no theme names, two of harbours, and a town that the directory of tests does not have.
 */
test('ten texts of other groups', async () => {
  const found: Record<string, string[]> = {
    'a2-01.txt': ['practice metropole-de-lyon energy urban_planning'],
    'a2-04.txt': ['practice albi heritage'],
    'a4-01.md': ['practice blois water'],
    'a4-12.txt': ['intention damyang parks_and_gardens'],
    'n5-22-gongju-bodo.txt': ['intention gongju arles heritage'],
    'a8-01.md': [],
    'a7-05.txt': ['practice suncheon environment'],
    'n4-21-hamyang-article.txt': ['practice hamyang agriculture_fisheries'],
    'a3-12.txt': [],
    'n4-18-jeonju-page.txt': ['practice jeonju culture'],
  }
  for (const [name, expected] of Object.entries(found)) {
    const bytes = readFileSync(projectPath('test', 'readings', 'open', name))
    const [part] = await readParts(bytes, { name })
    expect(part && (await foundIn(part.document)), name).toEqual(expected)
  }
}, 120_000)
