import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { Hand } from './hand.ts'
import { screens } from './open-browser.ts'
import { newAddress, newMark } from './steps.ts'
import { openMailAfter, type Seat, type Visitors } from './visitors.ts'

/** The two screens on which tasks are done. */
export const hands = {
  desk: screens.wide,
  phone: { ...screens.narrow, viewport: { width: 360, height: 740 } },
} as const

interface Run {
  hand: Hand
  language: string
  visitors: Visitors
  /** Tells what this site’s run writes from what others wrote. */
  mark: string
}

export interface Task {
  name: string
  /** How often one presses, ticks and chooses at a desk, at most; on a phone once more, for the menu. */
  clicks: number
  /** Who does it; somebody without an account when left out. */
  as?: Seat
  /** Does it from where the person comes in, by what the pages show; fails where it cannot be done. */
  perform(run: Run): Promise<void>
}

/**
 * Twelve tasks with which people come to the group of the demonstration, in an order in which each finds what it needs. A visitor comes in
 * on the group’s home, everybody else on what waits for them.
 */
export const tasks: readonly Task[] = [
  {
    name: 'note of a tie',
    clicks: 3,
    perform: async ({ hand }) => {
      await hand.door('/cooperations')
      await hand.follow('main a[href$="/cooperations/limoges-icheon"]', /limoges-icheon$/)
      await hand.take('main a[href$="/note.pdf"]', '%PDF')
    },
  },
  {
    name: 'confirm a tie',
    clicks: 2,
    as: 'partner',
    perform: async ({ hand }) => {
      await hand.follow('.to-do a.primary[href*="/limoges-icheon"]', /limoges-icheon/)
      await hand.press('main button[name=stance][value=confirmed]')
      await hand.gone('main button[name=stance][value=confirmed]')
    },
  },
  {
    name: 'state an expectation',
    clicks: 7,
    as: 'partner',
    perform: async ({ hand, language, mark }) => {
      await hand.door('/expectations')
      await hand.follow('main a[href$="/expectations/new"]', /\/new$/)
      await hand.choose('select[name=asked]', /^(?:Limoges|리모주)/)
      await hand.write(`[name="title.${language}.text"]`, `Deux ateliers, 작업실 (${mark})`)
      await hand.write(`[name="text.${language}.text"]`, 'Deux ateliers pour une semaine en mai. 5월 작업실.')
      await hand.choose('select[name=themes]', 'culture')
      await hand.choose('select[name=form]', 'practitioner_exchange')
      await hand.follow('form[action$="/expectations/new"] .form-end .primary', /done=stated/)
    },
  },
  {
    name: 'answer an expectation',
    clicks: 3,
    as: 'member',
    perform: async ({ hand, language, mark }) => {
      await hand.follow(`.to-do li:has-text("${mark}") a.primary`, /\/expectations\//)
      await hand.tick('form[action$="/answers"] input[name=answer][value=yes]')
      await hand.write(
        `form[action$="/answers"] [name="words.${language}.text"]`,
        'Venez en mai. 5월에 오십시오.',
      )
      await hand.follow('form[action$="/answers"] .form-end .primary', /done=answered/)
    },
  },
  {
    name: 'event of a tie',
    clicks: 5,
    as: 'member',
    perform: async ({ hand, language, mark }) => {
      await hand.door('/cooperations')
      await hand.follow('main a[href$="/cooperations/limoges-icheon"]', /limoges-icheon$/)
      await hand.follow('main a[href*="/agenda/new?tie="]', /\/agenda\/new/)
      await hand.choose('select[name=kind]', 'festival')
      await hand.write(`[name="title.${language}.text"]`, `Fête de la céramique, 도자기 축제 (${mark})`)
      await hand.write('input[name=when]', '2018-05-12')
      await hand.write('input[name=start]', '10:00')
      await hand.tick('input[name=zone][value="Europe/Paris"]')
      await hand.write('input[name="place.name"]', 'Limoges')
      await hand.write(`[name="summary.${language}.text"]`, 'Deux ateliers ouverts. 공개 작업실 두 곳.')
      await hand.write('input[name=link]', 'https://limoges.fr/')
      await hand.leave('form[action$="/agenda/new"] .primary', /\/new/)
      await hand.sees(mark, '공개 작업실 두 곳', 'limoges.fr')
    },
  },
  {
    name: 'wish',
    clicks: 5,
    as: 'member',
    perform: async ({ hand, language, mark }) => {
      await hand.door('/partners')
      await hand.follow('main a[href$="/partners/new"]', /\/new$/)
      await hand.tick('input[name=kind][value=search]')
      await hand.write(`[name="title.${language}.text"]`, `Entraîneurs de handball, 핸드볼 (${mark})`)
      await hand.write(`[name="text.${language}.text"]`, 'Deux entraîneurs pour deux mois. 지도자 두 명.')
      await hand.choose('select[name=themes]', 'sport')
      await hand.leave('form[action$="/partners/new"] .form-actions .primary', /\/new/)
      await hand.sees(mark)
    },
  },
  {
    name: 'proposal without account',
    clicks: 6,
    perform: async ({ hand, language, visitors, mark }) => {
      const address = newAddress('embassy')
      await hand.door('/agenda')
      await hand.follow('main a[href$="/agenda/propose"]', /propose$/)
      await hand.choose('select[name=kind]', 'festival')
      await hand.write(`[name="title.${language}.text"]`, `Semaine du cinéma, 영화제 (${mark})`)
      await hand.write('input[name=when]', '2017-11-20')
      await hand.write('input[name=body]', 'Ambassade de France en Corée')
      await hand.write('main input[name=address]', address)
      const mails = await visitors.pageOf('coordinator')
      const send = () => hand.press('form[action$="/agenda/propose"] .primary')
      await openMailAfter(mails, visitors.site, address, send, language)
      await hand.mail(mails)
      await hand.follow('form[action$="/confirmation"] .primary', /done=confirmed/)
    },
  },
  {
    name: 'review of a proposal',
    clicks: 2,
    as: 'coordinator',
    perform: async ({ hand, mark }) => {
      await hand.press(`.to-do li:has-text("${mark}") a.primary`)
      await hand.press('button[value=accepted]')
      await hand.gone('form[action$="/decision"]')
    },
  },
  {
    name: 'meeting to convocations',
    clicks: 6,
    as: 'coordinator',
    perform: async ({ hand, language, mark }) => {
      await hand.door('/meetings')
      await hand.follow('main a[href$="/meetings/new"]', /\/new$/)
      await hand.write(`input[name="title.${language}.text"]`, `Bureau du groupe, 운영위원회 (${mark})`)
      await hand.write('input[name=heldOn]', '2018-01-10')
      await hand.write('input[name=start]', '14:00')
      await hand.leave('form[action$="/meetings/new"] button.primary[value=save]', /\/new/)
      await hand.follow('main a[href$="/convocation"]', /\/convocation/)
      await hand.write('textarea[name=addresses]', `Camille Martin <${newAddress('convened')}>`)
      await hand.press('button[value=preview]')
      await hand.press('button[value=send]')
      await hand.page.locator('#answers').waitFor()
    },
  },
  {
    name: 'import of a Word report',
    clicks: 6,
    as: 'coordinator',
    perform: async ({ hand, mark }) => {
      await hand.door('/imports')
      await hand.follow('main a[href$="/imports/new"]', /\/new$/)
      await hand.give('input[type=file][name=document]', {
        name: 'compte-rendu.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: await reportOf(mark),
      })
      await hand.press('form:has(input[name=document]) .primary')
      await hand.page.locator('.review').waitFor()
      await hand.follow('button[name=sure][value=text]', /accepted=/)
    },
  },
  {
    name: 'letter published',
    clicks: 4,
    as: 'chair',
    perform: async ({ hand, mark }) => {
      await hand.door('/newsletter')
      await hand.follow('.letter-begin .primary', /\/draft/)
      await hand.press('button[value=approve]')
      await hand.follow('button[value=publish]', /\/newsletter\/\d+/)
      await hand.sees(mark)
    },
  },
  {
    name: 'four members and an invitation',
    clicks: 7,
    as: 'coordinator',
    perform: async ({ hand }) => {
      await hand.door('/group/members')
      await hand.follow('main a[href$="/members/new"]', /\/new$/)
      await hand.write('textarea[name=names]', strangers.join('\n'))
      await hand.press('form[action$="/members/new"] .primary')
      await hand.leave('form[action$="/members/new"] .primary', /\/new/)
      await hand.sees(/Rennes|렌/, /Dijon|디종/, /Angers|앙제/, /Caen|캉/)
      await hand.door('/people')
      const address = newAddress('new')
      await hand.write('form[action$="/people/invitations"] input[name=address]', address)
      await hand.write('form[action$="/people/invitations"] input[name=name]', 'Claude Exemple')
      await hand.tick('form[action$="/people/invitations"] input[name=role][value=member]')
      await hand.write('input[name="organisations.0.name"]', 'Rennes')
      await hand.press('form[action$="/people/invitations"] button.primary')
      await hand.sees(address)
    },
  },
]

/** Does a task from where its person comes in; counts what it costs them. */
export async function performTask(task: Task, language: string, visitors: Visitors): Promise<Hand> {
  const page = await visitors.pageOf(task.as)
  await page.goto(`${visitors.site}/${language}/france-coree${task.as ? '/to-do' : ''}`)
  const hand = new Hand(page)
  const mark = marks.get(visitors) ?? newMark()
  marks.set(visitors, mark)
  await task.perform({ hand, language, visitors, mark })
  return hand
}

const marks = new WeakMap<Visitors, string>()

// Authorities that are no members of the demonstration.
const strangers = ['Rennes', 'Dijon', 'Angers', 'Caen']

/** A report as a word processor saves it. */
function reportOf(mark: string): Promise<Buffer> {
  const children = [
    new Paragraph({ text: 'Réunion du groupe', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('12 mars 2017, Rennes'),
    new Paragraph({ text: 'Rennes – Gangneung', heading: HeadingLevel.HEADING_2 }),
    new Paragraph(
      `La ville de Rennes et la ville de Gangneung ont signé un accord de jumelage le 3 mai 2011. Elles coopèrent dans le domaine du sport (${mark}).`,
    ),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
