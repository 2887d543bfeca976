import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProgram } from '../../../../test/support/program.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { declareVacancy } from '../holders/commands.ts'
import { eraseHolder } from '../retention/commands.ts'
import { forgetAbsences, setAbsentUntil } from './commands.ts'
import { listPeers } from './peers.queries.ts'
import { type Trade, themesOfTrade, trades } from './trades.ts'

let testApp: TestApp
let network: BuiltNetwork
let limoges: OrganisationRef
let icheon: OrganisationRef
let coordinator: SignedIn
let member: SignedIn
let visitor: Pick<SignedIn, 'get' | 'post'>
const french = { name: { fr: 'Solange Kerbihan' }, email: 'solange@limoges.example' }
const korean = {
  name: { ko: '박서윤' },
  salutation: {},
  languages: ['ko'],
  email: 'seoyun@icheon.example',
  residence: 'KR',
  transferBasis: 'separate_consent' as const,
}

beforeEach(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
  limoges = await buildOrganisation(testApp.context)
  icheon = await buildOrganisation(testApp.context, { country: 'KR', kind: 'si', level: 2 })
  coordinator = await signIn(testApp, { networkId: network.id, role: 'coordinator' })
  member = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [limoges.id] })
  visitor = browserOf(testApp)
  return testApp.close
})

/** A post with trades; returns its id. */
async function add(
  own: Trade[],
  at = limoges,
  holder: Parameters<typeof buildContact>[3] = french,
): Promise<string> {
  const { postId } = await buildContact(testApp.context, network, at.id, holder)
  await testApp.context.database
    .updateTable('contacts_post')
    .set({ trades: own })
    .where('post_id', '=', postId)
    .execute()
  return postId
}

const asking = () => `/fr/${network.slug}/contacts/asking`
const people = () => `/fr/${network.slug}/practices/people`
const press = (step: string, about = '', browser: Pick<SignedIn, 'post'> = coordinator) =>
  browser.post(asking(), { step, about })
const mails = async () => (await readMailbox(testApp)).filter(({ kind }) => kind === 'contacts.asking')
const linkTo = async (address: string) =>
  new URL((await mails()).findLast(({ to }) => to === address)?.links[0] ?? '').pathname
const words = async (address: string, browser: Pick<SignedIn, 'get'> = coordinator) =>
  pageWords((await browser.get(address)).body)
const peer = async (address = french.email) =>
  (await listPeers(testApp.context, network.id)).find(({ email }) => email === address)

async function answer(link: string, typed: Record<string, string | string[]>, browser = visitor) {
  const fields = await fieldsOf(browser, link)
  return browser.post(link, { ...fields, ...typed })
}

describe('a post', () => {
  it('has trades on its form, its page and in lists, each known to a theme of the group', async () => {
    const { postId } = await buildContact(testApp.context, network, limoges.id, french)
    const form = `/fr/${network.slug}/contacts/${postId}/edit`
    const sent = await member.post(form, { ...(await fieldsOf(member, form)), trades: ['parks', 'culture'] })
    expect(sent.statusCode, pageWords(sent.body)).toBe(303)
    for (const page of [`/fr/${network.slug}/contacts/${postId}`, `/fr/${network.slug}/contacts?theme=arts`])
      expect(await words(page, member)).toMatch(/espaces verts, jardins.*action culturelle/i)
    expect(await words(`/fr/${network.slug}/contacts?trade=water`, member)).not.toContain('Solange')
    expect((await peer())?.posts.map(({ trade }) => trade)).toEqual(['parks', 'culture'])
    expect(trades.every((trade) => themesOfTrade[trade].length > 0)).toBe(true)
  })
})

describe('whoever holds a post with a trade', () => {
  it('is asked once in their language, reminded once, by mails that no outbox of the group shows', async () => {
    await add(['parks'])
    await add(['early_childhood'], icheon, korean)
    await add([], limoges, { ...french, email: 'autre@limoges.example' })
    await add(['sport'], limoges, { ...french, email: null })
    expect(await words(asking())).toMatch(/Recevront la demande 2/)
    expect(await mails()).toEqual([])
    expect((await Promise.all([press('first'), press('first')])).map(({ statusCode }) => statusCode)).toEqual(
      [303, 303],
    )
    expect((await mails()).map(({ to, language }) => [to, language]).toSorted()).toEqual([
      [korean.email, 'ko'],
      [french.email, 'fr'],
    ])
    const [mail] = await mails()
    expect(mail?.text).not.toMatch(/Kerbihan|박서윤/)
    expect((await coordinator.get(`/fr/${network.slug}/outbox`)).body).not.toContain(french.email)
    await press('first')
    await press('reminder')
    expect(await mails()).toHaveLength(2)
    testApp.clock.advance({ hours: 24 * 9 })
    await answer(await linkTo(korean.email), { decision: 'no' })
    for (const _ of [1, 2]) await press('reminder')
    expect((await mails()).map(({ to }) => to).slice(2)).toEqual([french.email])
  })

  it('says by the link on what, how often and how, for a year, and a GET writes nothing', async () => {
    await add(['parks', 'water'])
    await press('first')
    const link = await linkTo(french.email)
    for (const method of ['get', 'get'] as const) expect((await visitor[method](link)).statusCode).toBe(200)
    expect(await peer()).toMatchObject({ consents: false, quota: 2, by: 'mail', quiet: [] })
    const half = await answer(link, { decision: 'yes', 'quiet.0.from': '2099-07-01' })
    expect(half.statusCode).toBe(422)
    const turned = { 'quiet.0.from': '2099-07-01', 'quiet.0.to': '2099-06-01' }
    expect((await answer(link, { decision: 'yes', ...turned })).statusCode).toBe(422)
    const added = await answer(link, { ...turned, action: 'add:quiet' })
    expect(added.statusCode).toBe(200)
    expect(added.body).toMatch(/<details class="field folded-field" open/)
    for (const name of ['quiet.0.to', 'quiet.1.from']) expect(added.body).toContain(`name="${name}"`)
    const said = await answer(link, {
      ...{
        decision: 'yes',
        quota: '1',
        way: 'page',
        notOn: 'water',
        notThemes: 'water',
        languages: ['fr', 'ko'],
      },
      ...{ 'quiet.0.from': '2027-07-01', 'quiet.0.to': '2027-07-31', 'quiet.1.part': '' },
      ...{ 'quiet.2.from': '2099-12-24', 'quiet.2.to': '2099-12-31' },
    })
    expect(said.statusCode, pageWords(said.body)).toBe(303)
    expect(pageWords((await visitor.get(String(said.headers.location))).body)).toContain(
      'Votre oui est enregistré',
    )
    expect(await peer()).toMatchObject({
      ...{
        consents: true,
        quota: 1,
        by: 'page',
        notOn: ['water'],
        notThemes: ['water'],
        languages: ['fr', 'ko'],
      },
      quiet: [
        ['2027-07-01', '2027-07-31'],
        ['2099-12-24', '2099-12-31'],
      ],
      posts: [{ trade: 'parks' }, { trade: 'water' }],
    })
    expect(await words(asking())).toMatch(/Oui/)
    testApp.clock.advance({ hours: 24 * 360 })
    const shown = (await visitor.get(link)).body
    expect(shown).toContain('value="24 décembre 2099"')
    expect(shown).not.toContain('juillet 2027')
    testApp.clock.advance({ hours: 24 * 6 })
    expect(await peer()).toMatchObject({ consents: false })
    expect((await visitor.get(link)).statusCode).toBe(410)
    expect((await visitor.post(link, { decision: 'yes' })).statusCode).toBe(410)
    const later = await signIn(testApp, { networkId: network.id, role: 'coordinator' })
    expect((await press('first', '', later)).statusCode).toBe(303)
    expect(await mails()).toHaveLength(2)
    expect((await visitor.get(await linkTo(french.email))).statusCode).toBe(200)
  })

  it('takes it back, and says who else: words for the secretariat, to which nothing is sent', async () => {
    await add(['parks'])
    await press('first')
    const link = await linkTo(french.email)
    await answer(link, { decision: 'yes' })
    expect((await answer(link, { decision: 'somebody_else', words: '' })).statusCode).toBe(422)
    const other = 'Mme Unetelle, jardins : unetelle@limoges.example'
    await answer(link, { decision: 'somebody_else', words: other })
    expect(await peer()).toMatchObject({ consents: false })
    expect(await words(`/fr/${network.slug}/to-do`)).toContain('Quelqu’un d’autre à qui demander')
    expect(await words(asking())).toContain(other)
    expect((await readMailbox(testApp)).map(({ to }) => to)).toEqual([french.email])
    const { rows } = await sql<{ id: string }>`select contact_id as id from contacts_statement`.execute(
      testApp.context.database,
    )
    expect((await press('settled', rows[0]?.id, member)).statusCode).toBe(404)
    await press('settled', rows[0]?.id)
    expect(await words(asking())).not.toContain(other)
    expect(await words(`/fr/${network.slug}/to-do`)).not.toContain('Quelqu’un d’autre')
  })

  it('who lives in Korea is asked from abroad only with the separate consent', async () => {
    await add(['early_childhood'], icheon, korean)
    await press('first')
    const link = await linkTo(korean.email)
    expect(pageWords((await visitor.get(link)).body)).toMatch(/보유·이용 기간.*거부할 권리.*별개/)
    const vain = await answer(link, { decision: 'yes' })
    expect(pageWords((await visitor.get(String(vain.headers.location))).body)).toContain('별도 동의가 없어')
    expect(await peer(korean.email)).toMatchObject({ consents: false })
    await answer(link, { decision: 'yes', abroad: 'yes' })
    expect(await peer(korean.email)).toMatchObject({ consents: true })
    const { rows } = await sql`select abroad_version from contacts_statement`.execute(
      testApp.context.database,
    )
    expect(rows).toEqual([{ abroad_version: '2026-1' }])
  })

  it('says it with their account too, and nobody else’s account does', async () => {
    await add(['parks'])
    const own = await signIn(testApp, { address: french.email })
    const page = `/fr/${network.slug}/contacts/statement`
    for (const other of [member, coordinator, visitor]) expect((await other.get(page)).statusCode).toBe(404)
    expect((await member.post(page, { decision: 'yes' })).statusCode).toBe(404)
    expect((await answer(page, { decision: 'yes' }, own)).statusCode).toBe(303)
    expect(await peer()).toMatchObject({ consents: true, accountId: own.personId })
  })

  it('is forgotten with the post and with the person, links and mails included', async () => {
    for (const end of ['left', 'erased'] as const) {
      const email = `${end}@limoges.example`
      const postId = await add(['parks'], limoges, { ...french, email })
      await press('first')
      const link = await linkTo(email)
      await answer(link, { decision: 'yes' })
      const { contactId = '' } = (await peer(email)) ?? {}
      if (end === 'left')
        await declareVacancy(testApp.context, network.id, postId, { since: '2017', announcedFor: null })
      else await eraseHolder(testApp.context, network.id, postId, contactId)
      expect(await peer(email)).toBeUndefined()
      expect((await visitor.get(link)).statusCode).toBe(404)
      expect((await mails()).filter(({ to }) => to === email)).toEqual([])
    }
    const { rows } = await sql`select 1 from contacts_statement`.execute(testApp.context.database)
    expect(rows).toEqual([])
  })

  it('answers no longer by a link once their address is another one', async () => {
    const postId = await add(['parks'])
    await press('first')
    const link = await linkTo(french.email)
    const form = `/fr/${network.slug}/contacts/${postId}/holder`
    const fields = await fieldsOf(member, form)
    expect((await member.post(form, { ...fields, telephone: '' })).statusCode).toBe(303)
    expect((await visitor.get(link)).statusCode).toBe(200)
    expect((await member.post(form, { ...fields, email: 'neuf@limoges.example' })).statusCode).toBe(303)
    expect((await visitor.get(link)).statusCode).toBe(404)
  })

  it('is away until a day that a note of absence gives, with or without a statement', async () => {
    await add(['parks'])
    const { contactId = '' } = (await peer()) ?? {}
    await setAbsentUntil(testApp.context, contactId, '2017-08-28')
    expect(await peer()).toMatchObject({ absentUntil: '2017-08-28', consents: false })
    await forgetAbsences({ ...testApp.context, today: '2017-08-28' })
    expect(await peer()).toMatchObject({ absentUntil: '2017-08-28' })
    await forgetAbsences({ ...testApp.context, today: '2017-08-29' })
    expect(await peer()).toMatchObject({ absentUntil: null })
    await setAbsentUntil(testApp.context, contactId, '2017-08-28')
    await setAbsentUntil(testApp.context, contactId, null)
    expect(await peer()).toMatchObject({ absentUntil: null })
    await press('first')
    expect(await mails()).toHaveLength(1)
  })
})

describe('a desk', () => {
  it('is asked once who does this, where somebody has a trade and nobody agreed', async () => {
    await add(['parks'])
    const desk = 'international@limoges.example'
    await add(['international_relations'], limoges, { ...french, email: desk })
    await add(['international_relations'], icheon, korean)
    for (const _ of [1, 2]) await press('desk', limoges.id)
    expect((await mails()).map(({ to }) => to)).toEqual([desk])
    await answer(await linkTo(desk), { decision: 'somebody_else', words: 'Le service des jardins' })
    expect(await words(asking())).toContain('Le service des jardins')
    await press('first')
    await answer(await linkTo(french.email), { decision: 'yes' })
    expect(await words(asking())).not.toMatch(/Demander qui fait cela.*Limoges/)
  })
})

describe('whom to ask', () => {
  it('is for people of the group the posts by trade, and for others how many authorities have somebody', async () => {
    await add(['parks'])
    await add(['early_childhood'], icheon, korean)
    expect(await words(people())).toContain('Demander aux titulaires')
    expect(await words(people(), member)).toContain('Voir les postes')
    expect(await words(people(), visitor)).toMatch(/On ne peut encore demander à personne/)
    const shown = await words(people(), member)
    expect(shown).toContain('Solange Kerbihan')
    expect(shown).not.toContain('박서윤')
    expect(await words(`${people()}?trade=early_childhood`, member)).not.toContain('Solange')
    expect(await words(`${people()}?country=FR&level=4&theme=parks_and_gardens`, member)).toContain('Solange')
    await press('first')
    await answer(await linkTo(french.email), { decision: 'yes' })
    const open = await words(people(), visitor)
    expect(open).toMatch(/1 collectivité où l’on peut demander \(France\)/)
    for (const hidden of ['Solange', 'Adjointe', 'Limoges', 'espaces verts'])
      expect(open).not.toContain(hidden)
    const other = await buildNetwork(testApp.context)
    const stranger = await signIn(testApp, { networkId: other.id, role: 'coordinator' })
    expect(await words(people(), stranger)).not.toContain('Adjointe')
    const body = await buildOrganisation(testApp.context, { kind: 'company', level: null })
    const company = await signIn(testApp, {
      networkId: network.id,
      role: 'contributor',
      organisationIds: [body.id],
    })
    const link = await linkTo(french.email)
    expect((await visitor.get(link.replace(network.slug, other.slug))).statusCode).toBe(404)
    for (const each of [stranger, member, company, visitor]) {
      expect((await each.get(asking())).statusCode).toBe(404)
      expect((await press('first', '', each)).statusCode).toBe(404)
    }
  })

  it('is told to programs: counts to anybody, posts to those of the group, people to none', async () => {
    await add(['parks'])
    const path = `/networks/${network.slug}/trades`
    const program = await openProgram(testApp, { networkId: network.id, role: 'reader', scopes: ['read'] })
    const of = (body: string, trade: Trade) =>
      JSON.parse(body).trades.find((each: { trade: Trade }) => each.trade === trade)
    const counts = {
      trade: 'parks',
      themes: ['parks_and_gardens'],
      countries: [{ country: 'FR', authorities: 1, may_be_asked: 0 }],
    }
    const open = await testApp.get(`/api/v1${path}`)
    expect(of(open.body, 'parks')).toEqual({ ...counts, posts: null })
    const own = await program.get(path)
    expect(of(own.body, 'parks')).toMatchObject({
      ...counts,
      posts: [{ organisation: limoges.slug, country: 'FR' }],
    })
    expect(own.body).not.toMatch(/Kerbihan|limoges\.example/)
    const other = await buildNetwork(testApp.context)
    const outside = await openProgram(testApp, { networkId: other.id, scopes: ['read'] })
    expect(of((await outside.get(path)).body, 'parks')).toEqual({ ...counts, posts: null })
  })
})
