import { beforeAll, describe, expect, test } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { fieldsOf, readFields } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { followMembers } from '../subscribers/members/commands.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})

type Letters = Pick<Sendings, 'letters' | 'keeper'>

async function draftOf({ letters, keeper }: Letters, language = 'fr', who: Pick<SignedIn, 'get'> = keeper) {
  const { body } = await who.get(`/${language}/${letters}/draft`)
  const [, reach = ''] = /<h2 id="languages">([\s\S]*?)<\/section>/.exec(body) ?? []
  return {
    body,
    words: pageWords(body),
    reach: pageWords(reach).trim(),
    steps: [...body.matchAll(/<li class="way-step way-(\w+)"[^>]*>([\s\S]*?)<\/p>/g)].map(
      ([, state, line = '']) => `${state} | ${pageWords(line).trim()}`,
    ),
    primary: [...body.matchAll(/class="button primary"[^>]*>([^<]*)</g)].map(([, words]) => words),
  }
}

const textOf = async ({ letters, keeper }: Letters) =>
  pageWords((await keeper.get(`/fr/${letters}/draft/preview?width=text`)).body)

test('the readers of a letter stand on top, by language, with the way by which members become readers', async () => {
  const { keeper, letters, house: testApp } = fixture
  const item = fixture.item('event:1', 'Semaine coréenne')
  fixture.tell([
    { ...item, text: { ...original('Sept jours.'), en: { text: 'Seven days.', state: 'reviewed' } } },
  ])
  await fixture.begin()
  // The two who look after the letter are members of the group.
  expect((await draftOf(fixture)).reach).toBe(
    'Lecteurs et langues 0 lecteur Ajouter les 2 membres Français – 0 lecteur – tout se lit dans cette langue. ' +
      'Coréen – 0 lecteur – aucun texte dans cette langue Semaine coréenne sera lu dans une autre langue ' +
      'Sept jours. sera lu dans une autre langue ' +
      'Anglais – 0 lecteur – 1 texte à compléter ou à revoir Semaine coréenne sera lu dans une autre langue',
  )
  for (const address of ['un@ville.example', 'deux@ville.example']) await fixture.subscribe({ address })
  await fixture.subscribe({ address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  expect((await draftOf(fixture, 'ko')).reach).toContain('구독자 3명 회원 2명 추가')
  expect((await draftOf(fixture, 'ko')).reach).toContain('한국어 – 구독자 1명 – 이 언어로 된 글이 없습니다')
  expect((await draftOf(fixture, 'en')).reach).toContain(
    '3 readers Add the 2 members French – 2 readers – every',
  )

  // The press subscribes nobody: it leads to the rule of the group, with the answer preset and the reason to be named.
  const [, way = ''] = /href="([^"]*members=yes)"/.exec((await draftOf(fixture)).body) ?? []
  const form = await fieldsOf(keeper, way)
  expect(form).toMatchObject({ members: 'yes', rule: '' })
  expect((await keeper.post(way, form)).statusCode).toBe(422)
  expect((await draftOf(fixture)).reach).toContain('3 lecteurs Ajouter les 2 membres')
  const saved = await keeper.post(way, { ...form, rule: 'Décision de la réunion de Tours, point 4' })
  expect(saved.headers.location).toMatch(/\/newsletter\/draft#languages$/)
  const { reach, body } = await draftOf(fixture)
  expect([reach.includes('5 lecteurs Français – 4 lecteurs'), body.includes('members=yes')]).toEqual([
    true,
    false,
  ])

  // A member who may compose sees what each language lacks, and no readers.
  await keeper.post(`/fr/${letters}/practice`, { composers: 'member' })
  const composer = await signIn(testApp, { role: 'member', networkId: fixture.networkId })
  expect((await draftOf(fixture)).reach).toContain('5 lecteurs 1 membre s’y ajoutera dans l’heure')
  await followMembers(testApp.application)
  expect((await draftOf(fixture)).reach).toContain('6 lecteurs')
  const own = await draftOf(fixture, 'fr', composer)
  expect(own.reach).toMatch(/^Traductions manquantes ou à revoir Français – tout/)
  expect([own.primary, own.steps[2]]).toEqual([
    ['Relire la lettre'],
    'later | Approbation La présidence ou le secrétariat approuve la lettre.',
  ])
})

test('a letter is filled, read over, approved and sent: one step is next, with the only primary button', async () => {
  const other = await fixture.another()
  const { keeper, letters } = other
  const chair = other.chair
  await other.begin()
  const empty = await draftOf(other)
  expect(empty.steps).toEqual([
    'next | Contenu prochaine étape · La lettre est vide : aucune rubrique ne serait lue.',
    'later | Relecture une fois la lettre remplie',
    'later | Approbation une fois la lettre remplie',
    'later | Envoi ou publication une fois la lettre approuvée',
  ])
  expect(empty.primary).toEqual(['Ajouter un texte'])
  await other.add('text', { 'text.fr.text': 'Bonjour à tous.' })
  const filled = await draftOf(other)
  expect(filled.steps.slice(0, 3)).toEqual([
    'done | Contenu fait · 1 élément',
    'next | Relecture prochaine étape',
    'open | Approbation à faire',
  ])
  expect(filled.primary).toEqual(['Relire la lettre'])
  // What readers of other languages would miss is said wherever the letter can be approved.
  expect(filled.words).toContain('Sans texte relu dans toutes les langues : coréen (1), anglais (1).')
  fixture.house.clock.advance({ minutes: 1 })
  await keeper.post(`/fr/${letters}/draft/trial`, { languages: ['fr'], people: [keeper.personId] })
  const tried = await draftOf(other)
  expect(tried.steps[1]).toMatch(/^done \| Relecture fait · essai envoyé le 2 nov\. 2026/)
  expect(tried.primary).toEqual(['Approuver la lettre'])
  expect(tried.words).toContain('Sans texte relu dans toutes les langues : coréen (1), anglais (1).')
  // What is changed after its trial is to be read again.
  fixture.house.clock.advance({ minutes: 1 })
  await other.add('text', { 'text.fr.text': 'Encore un mot.' })
  expect((await draftOf(other)).primary).toEqual(['Relire la lettre'])

  // Where a second person approves, the last editor waits for them, after having read it over.
  await keeper.post(`/fr/${letters}/practice`, { second: 'yes' })
  fixture.house.clock.advance({ minutes: 1 })
  await keeper.post(`/fr/${letters}/draft/trial`, { languages: ['fr'], people: [keeper.personId] })
  const waiting = await draftOf(other)
  expect([waiting.steps[2], waiting.primary]).toEqual([
    'later | Approbation Vous avez écrit en dernier : une autre personne doit approuver.',
    [],
  ])
  await other.act('approve', chair)
  const approved = await draftOf(other)
  expect(approved.steps.slice(2)).toEqual([
    'done | Approbation fait',
    'next | Envoi ou publication prochaine étape',
  ])
  expect(approved.primary).toEqual(['Envoyer la lettre'])
  for (const value of ['publish', 'reopen']) expect(approved.body).toContain(`name="action" value="${value}"`)
})

test('a part is left out by one tick, kept as it was, and comes back by another; what a colleague added meanwhile stays', async () => {
  const other = await fixture.another()
  const { keeper, letters } = other
  other.tell([other.item('event:1', 'Semaine'), other.item('event:2', 'Mission')])
  await other.begin()
  await other.add('text', { 'text.fr.text': 'Bonjour à tous.' })
  const part = await other.partId()
  await keeper.post(`/fr/${letters}/draft/changes`, { action: `up ${part} event:2` })
  // The form works with one button, without a script.
  const [sections = ''] =
    /<form[^>]*\/draft\/sections"[\s\S]*?<\/form>/.exec((await draftOf(other)).body) ?? []
  const form = readFields(sections)
  expect([form.listed, form.ticked].map((ids) => [ids].flat().includes(part))).toEqual([true, true])
  expect(sections.match(/<button/g)).toHaveLength(1)
  expect((await other.tickAllBut(part)).headers.location).toBe(`/fr/${letters}/draft#sections`)
  expect(await textOf(other)).not.toContain('Semaine')
  const left = await draftOf(other)
  expect(left.words).toContain('À venir ici laissée de côté')
  expect(left.body).not.toContain('id="item-event:1"')
  const listed = [part]
  await other.add('quote', { 'text.fr.text': 'Allons-y.', author: 'Une maire' })
  await keeper.post(`/fr/${letters}/draft/sections`, { listed, ticked: listed })
  expect(await textOf(other)).toMatch(/Mission[\s\S]*Semaine[\s\S]*Bonjour[\s\S]*Allons-y/)
  await keeper.post(`/fr/${letters}/draft/sections`, { listed: 'nonsense' })
  expect(await textOf(other)).toContain('Semaine')
  const visitor = await fixture.house.app.inject({ method: 'POST', url: `/fr/${letters}/draft/sections` })
  expect(visitor.statusCode).toBe(404)
})

test('eight items of a part are in view, the others are folded, each with one menu', async () => {
  const other = await fixture.another()
  other.tell(Array.from({ length: 20 }, (_, at) => other.item(`event:${at}`, `Semaine ${at}`)))
  await other.begin()
  const { body } = await draftOf(other)
  const [inView = '', folded = ''] = body.split(/<details class="more"><summary>Encore 12<\/summary>/)
  const itemsIn = (html: string) => [...html.matchAll(/id="item-event:(\d+)"/g)].map(([, at]) => Number(at))
  expect([itemsIn(inView), itemsIn(folded).length]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], 12])
  // One menu for the part and each item; nothing beside it but what it holds.
  expect(body.match(/<details class="letter-menu">/g)).toHaveLength(21)
  expect(body.match(/value="hide /g)).toHaveLength(20)
  other.tell(Array.from({ length: 8 }, (_, at) => other.item(`event:${at}`, `Semaine ${at}`)))
  await other.keeper.post(`/fr/${other.letters}/draft/gathering`)
  expect((await draftOf(other)).words).not.toMatch(/Encore \d/)
})

describe('what stood in the last letter', () => {
  async function secondLetter() {
    const other = await fixture.another()
    const items = ['A', 'B', 'C'].map((name) => other.item(`event:${name}`, `Nouvelle ${name}`))
    other.tell(items)
    await other.begin()
    await other.act('approve')
    await other.act('publish')
    const [a, b, c] = items
    if (!a || !b || !c) throw new Error('Nothing to tell')
    return { ...other, a, b, c, fresh: other.item('event:D', 'Nouvelle D') }
  }

  test('and has not changed since is left out by itself, and said so; an editor adds it one by one or all', async () => {
    const other = await secondLetter()
    const { a, b, c, fresh, keeper, letters } = other
    other.tell([a, { ...b, facts: { ...b.facts, fr: ['10 octobre, Tours'] } }, c, fresh])
    await other.begin()
    const { words, body } = await draftOf(other)
    expect(words).toContain(
      '2 laissées de côté : elles figuraient dans la lettre n° 1 Les ajouter toutes Nouvelle A',
    )
    expect(body.match(/id="item-event:(\w)"/g)).toEqual(['id="item-event:B"', 'id="item-event:D"'])
    expect(words).toContain('À venir ici (2)')
    expect(await textOf(other)).not.toMatch(/Nouvelle [AC]/)
    const part = await other.partId()
    const press = (action: string) => keeper.post(`/fr/${letters}/draft/changes`, { action })
    // Buttons to move items pass over what is left out.
    await press(`up ${part} event:D`)
    expect(await textOf(other)).toMatch(/Nouvelle D[\s\S]*Nouvelle B/)
    await press(`show ${part} event:C`)
    expect(await textOf(other)).toContain('Nouvelle C')
    expect((await draftOf(other)).words).toContain('1 laissée de côté : elle figurait dans la lettre n° 1')
    // Gathered again, what was added stays.
    await keeper.post(`/fr/${letters}/draft/gathering`)
    expect(await textOf(other)).toContain('Nouvelle C')
    await press(`add ${part}`)
    expect(await textOf(other)).toContain('Nouvelle A')
    expect((await draftOf(other)).words).not.toContain('de côté :')
    // What is hidden again is among what was left out.
    await press(`hide ${part} event:A`)
    expect((await draftOf(other)).words).toContain('1 laissée de côté')
  })

  test('is told when its record changes while the next letter is made, and each time after a withdrawn letter', async () => {
    const other = await secondLetter()
    const { a, b, keeper, letters } = other
    other.tell([a])
    await other.begin()
    expect((await draftOf(other)).steps[0]).toContain('La lettre est vide')
    other.tell([{ ...a, title: original('Nouvelle A, déplacée') }, b])
    await keeper.post(`/fr/${letters}/draft/gathering`)
    const { words } = await draftOf(other)
    expect(words).not.toContain('nouvelle est arrivée')
    expect(await textOf(other)).toContain('Nouvelle A, déplacée')
    expect(await textOf(other)).not.toContain('Nouvelle B')
    await keeper.post(`/fr/${letters}/1/state`, { action: 'withdraw' })
    await keeper.post(`/fr/${letters}/draft/gathering`)
    expect(await textOf(other)).toContain('Nouvelle B')
  })

  test('in another part is told: what was announced has taken place', async () => {
    const other = await secondLetter()
    const { database } = fixture.house.context
    const stored = await database
      .selectFrom('newsletter_issue')
      .select('parts')
      .where('network_id', '=', other.networkId)
      .executeTakeFirstOrThrow()
    const parts = JSON.stringify(stored.parts).replaceAll('told.coming', 'told.elsewhere')
    await database
      .updateTable('newsletter_issue')
      .set({ parts })
      .where('network_id', '=', other.networkId)
      .execute()
    other.tell([other.a])
    await other.begin()
    expect(await textOf(other)).toContain('Nouvelle A')
  })
})
