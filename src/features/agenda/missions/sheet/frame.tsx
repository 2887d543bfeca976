import type { Context } from '../../../../platform/context/context.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { fieldWords } from '../../../../platform/records/fields/explanation.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { knownDays } from '../../events/known-days.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { mayAnswerForSeats } from '../../policy.ts'
import { actorKinds, missionKinds } from '../codes.ts'
import { isDebriefed, type MissionMember } from '../document/schema.ts'
import { emptyImmersion, type Immersion, immersionFields } from '../immersion.ts'
import { isOverdue } from '../overdue.ts'
import { paths } from '../paths.ts'
import { listRequests } from '../seats/queries.ts'
import { askersOf } from '../seats/seats.ts'
import { lookUpSheet, type Sheet } from './queries.ts'
import { Seats, type SeatsView } from './seats.tsx'
import { Named, Stops } from './stops.tsx'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
  isInside: boolean
}

/** The sheet of a mission and where its visit is prepared, for the page of its event; null for all other events. */
export async function renderSheet({ context, network, event, isInside }: Drawn) {
  const sheet = await lookUpSheet(context, event)
  if (sheet === null)
    return missionKinds.includes(event.kind) ? (
      <VisitLink network={network.slug} event={event} sheet={null} />
    ) : null
  const mission = { networkId: network.id, holders: holdersOf(event.organisations) }
  const view = {
    requests: await listRequests(context, event.id),
    own: askersOf(context.actor, mission),
    mayAnswer: mayAnswerForSeats(context.actor, mission),
  }
  return <MissionSheet network={network} event={event} sheet={sheet} view={view} isInside={isInside} />
}

interface MissionSheetProps {
  network: Network
  event: AgendaEvent
  sheet: Sheet
  view: SeatsView
  isInside: boolean
}

/** The sheet of a mission on the page of its event, part by part; unknown parts are left out. */
function MissionSheet({ network, event, sheet, view, isInside }: MissionSheetProps) {
  const reader = useReader()
  const { t } = reader
  const { mission } = sheet
  const delegation = Delegation({ network: network.slug, sheet })
  return (
    <div class="mission">
      <VisitLink network={network.slug} event={event} sheet={sheet} />
      {isSame(mission.immersion, emptyImmersion) ? null : (
        <Section id="immersion" title={t('agenda.immersion.title')}>
          <ImmersionFacts immersion={mission.immersion} />
        </Section>
      )}
      {delegation === null ? null : (
        <Section id="delegation" title={t('agenda.mission.delegation')}>
          {delegation}
        </Section>
      )}
      {mission.stops.length === 0 ? null : (
        <Section id="stops" title={t('agenda.mission.stops')}>
          <Stops network={network} sheet={sheet} />
        </Section>
      )}
      {mission.seats.length === 0 && view.requests.length === 0 ? null : (
        <Section id="seats" title={t('agenda.mission.seats')}>
          <Seats network={network.slug} event={event} sheet={sheet} view={view} />
        </Section>
      )}
      {event.state === 'cancelled' ? null : (
        <Section id="debrief" title={t('agenda.mission.debrief')}>
          <Debrief
            network={network.slug}
            event={event}
            sheet={sheet}
            isInside={isInside}
            mayWrite={view.mayAnswer}
          />
        </Section>
      )}
    </div>
  )
}

/** Whose work is shared, by whom, for how long and to what end. */
function ImmersionFacts({ immersion }: { immersion: Immersion }) {
  const reader = useReader()
  const texts = (['hostPost', 'guestPost', 'aims'] as const).flatMap((name): Fact[] =>
    Object.keys(immersion[name]).length === 0
      ? []
      : [
          {
            term: reader.t(immersionFields[name].label),
            detail: <Passage text={immersion[name]} as="span" />,
          },
        ],
  )
  const told = (['trades', 'days'] as const).flatMap((name): Fact[] => {
    const words = fieldWords(immersionFields[name], reader, immersion[name])
    return words === null ? [] : [{ term: reader.t(immersionFields[name].label), detail: words }]
  })
  return <FactList facts={[...told.slice(0, 1), ...texts, ...told.slice(1)]} />
}

interface VisitLinkProps {
  network: string
  event: AgendaEvent
  sheet: Sheet | null
}

/** To where a visit is prepared, while it is ahead: its stops, else the place and the organisations of the event. */
function VisitLink({ network, event, sheet }: VisitLinkProps) {
  const reader = useReader()
  const { state, endsOn, place, organisations } = event
  const stops = (sheet?.mission.stops ?? []).flatMap(({ placeId }) => sheet?.refs.get(placeId ?? '') ?? [])
  const named = stops.length > 0 ? stops : [...(place ? [place] : []), ...organisations]
  if (state !== 'planned' || named.length === 0 || (endsOn !== null && endsOn < reader.today)) return null
  const known = knownDays(event)
  const among = [...new Set(named.map(({ slug }) => slug))]
  // Where it takes place is where one goes, whoever else has a part in it; of several stops one chooses.
  const isOne = among.length === 1 || (stops.length === 0 && place !== null)
  const asked = {
    among,
    place: isOne ? among[0] : undefined,
    ...(known?.isExact ? { from: known.from, to: known.to } : {}),
  }
  return (
    <p class="actions">
      <a class="button" href={paths.visit(reader, network, asked)}>
        {reader.t('agenda.mission.prepare')}
      </a>
    </p>
  )
}

interface DebriefProps {
  network: string
  event: AgendaEvent
  sheet: Sheet
  /** Whether the reader belongs to the network: names of authors are for them. */
  isInside: boolean
  mayWrite: boolean
}

/** The results of a mission; until they are written, the day by which they are due. */
function Debrief({ network, event, sheet, isInside, mayWrite }: DebriefProps) {
  const reader = useReader()
  const { t } = reader
  const { debrief } = sheet.mission
  if (!isDebriefed(sheet.mission)) {
    const due = event.debrief === null ? null : dayWords(reader, event.debrief.dueOn)
    return (
      <>
        {due === null ? (
          <p>{t('agenda.mission.debriefUndated')}</p>
        ) : isOverdue(event, reader.today) ? (
          <Notice kind="warning">{t('agenda.mission.debriefOverdue', { day: due })}</Notice>
        ) : (
          <p>{t('agenda.mission.debriefDue', { day: due })}</p>
        )}
        {mayWrite && (event.startsOn === null || event.startsOn <= reader.today) ? (
          <p class="actions">
            <a class="button" href={paths.debrief(reader, network, event.slug)}>
              {t('agenda.mission.debriefWrite')}
            </a>
          </p>
        ) : null}
      </>
    )
  }
  return (
    <>
      <Passage text={debrief.account} as="div" class="mission-text" />
      {(['outcome', 'nextSteps'] as const).map((name) =>
        Object.keys(debrief[name]).length === 0 ? null : (
          <div key={name}>
            <h3>{t(name === 'outcome' ? 'agenda.mission.outcome' : 'agenda.mission.nextSteps')}</h3>
            <Passage text={debrief[name]} as="div" class="mission-text" />
          </div>
        ),
      )}
      {event.debrief?.writtenAt ? (
        <p class="quiet">
          {t('agenda.mission.debriefWritten')} <Moment at={new Date(event.debrief.writtenAt)} />
          {isInside && sheet.debriefedBy !== null ? ` · ${sheet.debriefedBy}` : null}
        </p>
      ) : null}
    </>
  )
}

interface DelegationProps {
  network: string
  sheet: Sheet
}

/** Who leads and who goes along, by the kind of actor. */
function Delegation({ network, sheet: { mission, refs } }: DelegationProps) {
  const reader = useReader()
  const { t } = reader
  const { head, members } = mission
  const hasHead =
    head.name !== '' ||
    Object.keys(head.post).length > 0 ||
    head.organisationId !== null ||
    head.organisationWords !== ''
  const facts: Fact[] = [
    ...(hasHead
      ? [
          {
            term: t('agenda.mission.head'),
            detail: [
              ...(head.name === '' ? [] : [<strong key="name">{head.name}</strong>]),
              ...(Object.keys(head.post).length === 0
                ? []
                : [<Passage key="post" text={head.post} as="span" />]),
              ...(head.organisationId === null && head.organisationWords === ''
                ? []
                : [<Named key="body" network={network} refs={refs} {...head} />]),
            ],
          },
        ]
      : []),
    ...actorKinds.flatMap((kind): Fact[] => {
      const within = members.filter((member) => member.kind === kind)
      if (within.length === 0) return []
      return [
        {
          term: capitalized(t(`agenda.actor.${kind}`), reader.interfaceLanguage),
          detail: within.map((member) => (
            <Member key={member.id} network={network} refs={refs} member={member} />
          )),
        },
      ]
    }),
  ]
  return facts.length === 0 ? null : <FactList facts={facts} />
}

interface MemberProps {
  network: string
  refs: Sheet['refs']
  member: MissionMember
}

function Member({ network, refs, member }: MemberProps) {
  const reader = useReader()
  const { count, names, organisationId, organisationWords } = member
  const body =
    organisationId === null && organisationWords === '' ? null : { organisationId, organisationWords }
  return (
    <>
      {names}
      {count === null ? null : (
        <>
          {names === '' ? null : ' · '}
          {reader.t('agenda.mission.people', { count })}
        </>
      )}
      {body === null ? null : (
        <>
          {' · '}
          <Named network={network} refs={refs} {...body} />
        </>
      )}
    </>
  )
}
