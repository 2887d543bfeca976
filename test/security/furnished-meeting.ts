import { addMeeting } from '../../src/features/minutes/index.ts'
import { dayOf } from '../../src/platform/context/clock.ts'
import { original } from '../support/build-texts.ts'
import { readMailbox } from '../support/mailbox.ts'
import { type FurnishedNetwork, group } from './furnished-network.ts'

type Fixture = Pick<FurnishedNetwork, 'testApp' | 'networkId' | 'coordinator' | 'member'>

export interface FurnishedMeeting {
  slug: string
  /** A coming one, with an invitee. */
  coming: string
  /** Where that person answers. */
  convocation: string
  ids: Record<'point' | 'participant' | 'section' | 'amendment' | 'decision' | 'action', string>
}

/** A meeting that the member attended, whose minutes wait for amendments, and another with an invitee. */
export async function furnishMeeting(fixture: Fixture, organisationId: string): Promise<FurnishedMeeting> {
  const { testApp, networkId, coordinator, member } = fixture
  const day = Temporal.PlainDate.from(dayOf(testApp.clock))
  const facts = { zone: 'Europe/Paris', start: '10:00', end: '12:00', knownOn: '2017-07-07' }
  const held = await addMeeting(testApp.context, networkId, {
    ...facts,
    title: original('Réunion tenue'),
    heldOn: day.subtract({ days: 9 }).toString(),
    isHeld: true,
    points: [{ title: original('Budget'), rapporteur: '', plannedMinutes: null }],
    participants: [
      {
        name: 'Maël Membre',
        function: original('Chargé de mission'),
        organisationId,
        organisationWords: '',
        presence: 'present',
        representedBy: '',
        isNamed: false,
      },
    ],
    sections: [{ title: original('Budget'), text: original('Le budget est de 10 000 €.'), level: 2 }],
    decisions: [
      {
        text: original('Se revoir.'),
        saidBy: original('le groupe'),
        state: 'decided',
        horizon: null,
        knownOn: facts.knownOn,
        actions: [
          {
            text: original('Proposer une date'),
            organisationId,
            person: '',
            due: null,
            dueWords: {},
            knownOn: facts.knownOn,
          },
        ],
      },
    ],
  })
  const coming = await addMeeting(testApp.context, networkId, {
    ...facts,
    title: original('Réunion à venir'),
    heldOn: day.add({ days: 60 }).toString(),
    isHeld: false,
  })
  const place = `${group}/meetings/${held.slug}`
  await coordinator.post(`${place}/text/amendable`, { until: day.add({ days: 30 }).toString() })
  const { section = '' } = await readIds(fixture, held.meetingId)
  await member.post(`${place}/amendments`, {
    section,
    language: 'fr',
    passage: '10 000 €',
    proposal: '12 000 €',
    reason: 'Selon le vote',
  })
  return {
    slug: held.slug,
    coming: coming.slug,
    convocation: await convene(fixture, coming.slug),
    ids: await readIds(fixture, held.meetingId),
  }
}

async function convene({ testApp, coordinator }: Fixture, slug: string): Promise<string> {
  const address = 'convoquee@ville.example'
  await coordinator.post(`${group}/meetings/${slug}/convocation`, {
    addresses: `Camille Convoquée <${address}>`,
    language: 'fr',
    action: 'send',
  })
  const mail = (await readMailbox(testApp)).findLast(({ to }) => to === address)
  return new URL(mail?.links[0] ?? '').pathname
}

async function readIds({ testApp }: Fixture, meetingId: string): Promise<FurnishedMeeting['ids']> {
  const { database } = testApp.context
  const row = await database
    .selectFrom('minutes_meeting as m')
    .innerJoin('minutes_point as p', 'p.meeting_id', 'm.meeting_id')
    .innerJoin('minutes_participant as w', 'w.meeting_id', 'm.meeting_id')
    .innerJoin('minutes_section as s', 's.meeting_id', 'm.meeting_id')
    .innerJoin('minutes_decision as d', 'd.meeting_id', 'm.meeting_id')
    .innerJoin('minutes_action as a', 'a.decision_id', 'd.decision_id')
    .leftJoin('minutes_amendment as c', 'c.meeting_id', 'm.meeting_id')
    .select([
      'p.point_id as point',
      'w.participant_id as participant',
      's.section_id as section',
      'd.decision_id as decision',
      'a.action_id as action',
      'c.amendment_id as amendment',
    ])
    .where('m.meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return { ...row, amendment: row.amendment ?? '' }
}
