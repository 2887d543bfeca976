import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { Hand } from './hand.ts'
import { patienceMs, type Visitors } from './visitors.ts'

/** A group that an association opens on an empty server. */
export interface NewGroup {
  slug: string
  name: string
  /** Codes, as the form of the operator takes them. */
  countries: string
  languages: string
  /** The language in which its people work. */
  language: string
  /** Authorities that the directory knows, and one that only the group enters; two in all. */
  known: readonly string[]
  entered?: { name: string; country: string; kind: string }
}

interface Surroundings {
  screen: BrowserContextOptions
  /** The address behind the button of the newest mail that somebody received. */
  linkTo(address: string): Promise<string>
  /** Hears what somebody has come to, and sees their page. */
  told?: (what: string, page: Page) => Promise<void>
}

const coordinatorOf = ({ slug }: NewGroup) => `secretariat@${slug}.example`
const memberOf = ({ slug }: NewGroup, at: number) => `member-${at}@${slug}.example`

/**
 * Opens a group by its pages alone, from an empty server to a letter that was sent: an operator makes it, its coordinator presents it, adds
 * authorities, members and a tie, and invites one person of each member; the one states an expectation, which the other answers; a
 * meeting is convened and a letter goes to the members, whose addresses are returned.
 */
export async function openGroup(
  visitors: Visitors,
  browser: Browser,
  group: NewGroup,
  { screen, linkTo, told = async () => undefined }: Surroundings,
): Promise<string[]> {
  const operator = await visitors.pageOf('operator')
  const invited = async (address: string): Promise<Hand> => {
    const page = await (await browser.newContext(screen)).newPage()
    page.context().setDefaultTimeout(patienceMs)
    await page.goto(await linkTo(address))
    const hand = new Hand(page)
    await hand.choose('select[name=country]', 'FR')
    await hand.tick('input[name=consent]')
    await hand.leave('main form .primary', /\/invitation/)
    return hand
  }

  await operator.goto(`${visitors.site}/${group.language}/operator`)
  await makeGroup(new Hand(operator), group)
  const keeper = await invited(coordinatorOf(group))
  await told('begins', keeper.page)
  await present(keeper, group)
  const members = [...group.known]
  if (group.entered) members.push(await enter(keeper, group))
  await addMembers(keeper, members)
  await told('members', keeper.page)
  await addTie(keeper, members)
  await told('tie', keeper.page)
  const people: Hand[] = []
  for (const [at, member] of members.entries()) {
    const address = memberOf(group, at)
    await invite(keeper, member, address, group.language)
    people.push(await invited(address))
  }
  const [asker, asked] = people
  if (!asker || !asked) throw new Error('Two members take part')
  await told('member', asked.page)
  await state(asker, members[1] ?? '', group.language)
  await told('stated', asker.page)
  await answer(asked, group.language)
  await told('answered', asked.page)
  await convene(keeper, group.language, `convened@${group.slug}.example`)
  await told('convened', keeper.page)
  await publishLetter(keeper, group.language)
  await told('letter', keeper.page)
  return people.map((_, at) => memberOf(group, at))
}

async function makeGroup(operator: Hand, group: NewGroup): Promise<void> {
  await operator.write('[name=slug]', group.slug)
  await operator.write('[name=networkName]', group.name)
  await operator.write('[name=countries]', group.countries)
  await operator.write('[name=languages]', group.languages)
  await operator.write('[name=address]', coordinatorOf(group))
  await operator.write('[name=name]', 'Amal Exemple')
  await operator.follow('main form .primary', /\/people/)
}

async function present(keeper: Hand, { language }: NewGroup): Promise<void> {
  await keeper.follow('main a[href$="/group/edit"]', /\/edit$/)
  await keeper.write(
    `[name="summary.${language}.text"]`,
    'Les collectivités qui coopèrent, et celles qui le souhaitent.',
  )
  await keeper.leave('form[action$="/group/edit"] .primary', /\/edit$/)
}

async function enter(keeper: Hand, { entered, language }: NewGroup): Promise<string> {
  const { name, country, kind } = entered ?? { name: '', country: '', kind: '' }
  await keeper.door('/organisations')
  await keeper.follow('main a[href$="/organisations/new"]', /\/new$/)
  await keeper.write(`[name="name.${language}"]`, name)
  await keeper.tick(`input[name=country][value=${country}]`)
  await keeper.choose('select[name=kind]', kind)
  await keeper.write('textarea[name=reason]', 'Lettre du 12 mars 2026')
  await keeper.leave('form[action$="/organisations/new"] .primary:not([name])', /\/new$/)
  return name
}

async function addMembers(keeper: Hand, members: readonly string[]): Promise<void> {
  await keeper.door('/group/members')
  await keeper.follow('main a[href$="/members/new"]', /\/new$/)
  await keeper.write('textarea[name=names]', members.join('\n'))
  await keeper.press('form[action$="/members/new"] .primary')
  await keeper.leave('form[action$="/members/new"] .primary', /\/new$/)
  await keeper.sees(...members)
}

async function addTie(keeper: Hand, [one = '', other = '']: readonly string[]): Promise<void> {
  await keeper.door('/cooperations')
  await keeper.follow('main a[href$="/cooperations/new"]', /\/new$/)
  await keeper.write('input[name="parties.0.name"]', one)
  await keeper.write('input[name="parties.1.name"]', other)
  await keeper.write('input[name=since]', '2024')
  await keeper.choose('select[name=status]', 'active')
  await keeper.write('textarea[name=reason]', 'Convention de 2024')
  await keeper.leave('form[action$="/cooperations/new"] .primary:not([name])', /\/new$/)
}

async function invite(keeper: Hand, member: string, address: string, language: string): Promise<void> {
  await keeper.door('/people')
  const form = 'form[action$="/people/invitations"]'
  await keeper.write(`${form} input[name=address]`, address)
  await keeper.write(`${form} input[name=name]`, `Relations internationales, ${member}`)
  await keeper.tick(`${form} input[name=role][value=member]`)
  await keeper.write(`${form} input[name="organisations.0.name"]`, member)
  await keeper.choose(`${form} select[name=language]`, language)
  await keeper.press(`${form} button.primary`)
  await keeper.sees(address)
}

async function state(asker: Hand, to: string, language: string): Promise<void> {
  await asker.door('/expectations')
  await asker.follow('main a[href$="/expectations/new"]', /\/new$/)
  await asker.choose('select[name=asked]', new RegExp(to))
  await asker.write(`[name="title.${language}.text"]`, 'Deux places dans votre école d’art')
  await asker.write(`[name="text.${language}.text"]`, 'Pour deux étudiants, d’octobre à mars.')
  await asker.choose('select[name=themes]', 'culture')
  await asker.choose('select[name=form]', 'practitioner_exchange')
  await asker.follow('form[action$="/expectations/new"] .form-end .primary', /done=stated/)
}

async function answer(asked: Hand, language: string): Promise<void> {
  await asked.page.reload()
  await asked.follow('main a[href$="/to-do"]', /\/to-do$/)
  await asked.follow('.to-do a.primary[href*="/expectations/"]', /\/expectations\//)
  await asked.tick('form[action$="/answers"] input[name=answer][value=yes]')
  await asked.write(`form[action$="/answers"] [name="words.${language}.text"]`, 'Deux places vous attendent.')
  await asked.follow('form[action$="/answers"] .form-end .primary', /done=answered/)
}

async function convene(keeper: Hand, language: string, address: string): Promise<void> {
  await keeper.door('/meetings')
  await keeper.follow('main a[href$="/meetings/new"]', /\/new$/)
  await keeper.write(`input[name="title.${language}.text"]`, 'Première réunion du groupe')
  await keeper.write('input[name=heldOn]', '2199-01-10')
  await keeper.write('input[name=start]', '14:00')
  await keeper.leave('form[action$="/meetings/new"] button.primary[value=save]', /\/new$/)
  await keeper.follow('main a[href$="/convocation"]', /\/convocation/)
  await keeper.write('textarea[name=addresses]', `Camille Martin <${address}>`)
  await keeper.press('button[value=preview]')
  await keeper.press('button[value=send]')
  await keeper.page.locator('#answers').waitFor()
}

async function publishLetter(keeper: Hand, language: string): Promise<void> {
  await keeper.door('/newsletter')
  await keeper.follow('.letter-begin .primary', /\/draft/)
  await keeper.follow('a[href*="/subscribers/members"]', /\/members/)
  await keeper.write('textarea[name=rule]', 'Décision de la première réunion du groupe, point 1')
  await keeper.follow('form[action*="/subscribers/members"] .primary', /\/draft/)
  await keeper.follow('main a.primary[href$="/draft/new/text"]', /\/new\/text/)
  await keeper.write(`[name="text.${language}.text"]`, 'Notre groupe commence : bienvenue à ses membres.')
  await keeper.follow('main form .form-end .primary', /\/draft#/)
  await keeper.press('button[value=approve]')
  await keeper.follow('button[value=publish]', /\/newsletter\/\d+/)
}
