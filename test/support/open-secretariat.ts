import { selectSections } from '../../src/features/minutes/sections/queries.ts'
import { type BuiltMeeting, buildMeeting } from './build-meeting.ts'
import { buildNetwork } from './build-network.ts'
import { findReference } from './build-organisation.ts'
import { original } from './build-texts.ts'
import { fieldsOf } from './form-fields.ts'
import type { TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export type Secretariat = Awaited<ReturnType<typeof openSecretariat>>
export type HeldMeeting = Awaited<ReturnType<Secretariat['hold']>>

/** A group with two people who keep its minutes, one who attends its meetings and one who does not. */
export async function openSecretariat(testApp: TestApp) {
  const network = await buildNetwork(testApp.context)
  const limogesId = (await findReference(testApp.context, 'limoges')).id
  const role = { role: 'coordinator', networkId: network.id } as const
  const member = { role: 'member' as const, networkId: network.id, organisationIds: [limogesId] }
  const keeper = await signIn(testApp, { ...role, name: 'Première Secrétaire' })
  const second = await signIn(testApp, { ...role, name: 'Seconde Secrétaire' })
  const attended = await signIn(testApp, { ...member, name: 'Claire Martin' })
  const absent = await signIn(testApp, { ...member, name: 'Denis Absent' })
  return {
    network,
    keeper,
    second,
    attended,
    absent,
    /** Holds a meeting of two points, budget and calendar. */
    hold: async () => {
      const person = (name: string, presence: 'present' | 'excused') => ({
        name,
        function: original('Adjointe au maire'),
        organisationId: limogesId,
        organisationWords: '',
        presence,
        representedBy: '',
        isNamed: false,
      })
      const meeting = await buildMeeting(testApp.context, network, {
        points: ['Budget', 'Calendrier'].map((title) => ({
          title: original(title),
          rapporteur: '',
          plannedMinutes: null,
        })),
        participants: [person('Claire Martin', 'present'), person('Denis Absent', 'excused')],
        isHeld: true,
      })
      return heldMeeting(testApp, meeting, keeper)
    },
  }
}

function heldMeeting(testApp: TestApp, meeting: BuiltMeeting, keeper: SignedIn) {
  const address = `/fr/${meeting.path}`
  const sections = () => selectSections(testApp.context, meeting.id)
  const sectionOf = async (title: string) => (await sections()).find((each) => each.title.fr?.text === title)
  const held = {
    id: meeting.id,
    address,
    sections,
    textOf: async (title: string) => (await sectionOf(title))?.text.fr?.text,
    idOf: async (title: string) => (await sectionOf(title))?.id ?? '',
    /** Types into the notes on a point, starting from the rendered form. */
    note: async (browser: SignedIn, index: number, text: string, { base = '', headers = {} } = {}) => {
      const names = Object.keys(await fieldsOf(browser, `${address}/notes`)).filter((name) =>
        name.startsWith('text.'),
      )
      const name = names[index] ?? ''
      return browser.post(`${address}/notes`, { [name]: text, [name.replace('text', 'base')]: base }, headers)
    },
    /** Brings the notes to minutes: 10 000 € under the budget. */
    prepare: async () => {
      await held.note(keeper, 0, 'Le budget est de 10 000 €.')
      await keeper.post(`${address}/text/preparation`)
    },
  }
  return held
}
