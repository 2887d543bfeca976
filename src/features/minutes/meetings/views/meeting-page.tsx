import type { ComponentChildren } from 'preact'
import { directionOf } from '../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { LinkedPage } from '../../../../platform/records/record-link.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { fileWords } from '../../../../ui/text/size-in-words.ts'
import { LanguageTag } from '../../../../ui/text/text-tags.tsx'
import { DisputeList } from '../../../registry/evidence/index.ts'
import { type FindMarks, indexMarks } from '../../../registry/index.ts'
import type { ComparedAccount } from '../../accounts/compare.ts'
import type { ToldFact } from '../../accounts/queries.ts'
import { PendingList } from '../../actions/action-list.tsx'
import { AgendaList } from '../../agenda/agenda-list.tsx'
import { AttendanceList } from '../../attendance/attendance-list.tsx'
import { DecisionLists } from '../../decisions/decision-lists.tsx'
import type { Decision } from '../../decisions/queries.ts'
import { MinutesPart } from '../../final/minutes-part.tsx'
import { paths } from '../../paths.ts'
import type { Resource } from '../../resources/resource.ts'
import { meetingState } from '../meeting.ts'
import type { MeetingPageData } from '../meeting-page-data.ts'
import { MeetingFacts } from './meeting-facts.tsx'

interface MeetingPageProps {
  network: RecordNetwork
  data: MeetingPageData
  /** What the reader may do here; empty for the public. */
  work: ComponentChildren
  /** What follows from a decision, for those who may do it; left out for the public. */
  next: ((decision: Decision) => ComponentChildren) | undefined
  /** Pages of other features that concern the meeting. */
  links: readonly LinkedPage[]
}

/** One meeting: time and place, agenda, decisions, minutes, attendance, accounts and resources. */
export function MeetingPage({ network, data, work, links, next }: MeetingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { meeting, points, pending, decisions } = data
  const state = meetingState(meeting)
  const marks = indexMarks(reader, network.slug, data.evidence)
  return (
    <article>
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug)}>{t('minutes.list.title')}</a>
            {' · '}
            {t(`minutes.kind.${meeting.kind}`)} <span class="tag">{t(`minutes.state.${state}`)}</span>
          </>
        }
        actions={
          <>
            <a class="button" href={paths.calendar(reader, network.slug, meeting.slug)}>
              {t('minutes.meeting.addToCalendar')}
            </a>
            <PrintButton />
            {links.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}
          </>
        }
      >
        <Passage text={meeting.title} as="span" tags="ask" />
      </PageHeading>
      {state === 'cancelled' ? <Notice kind="warning">{t('minutes.meeting.cancelled')}</Notice> : null}
      <MeetingFacts network={network} meeting={meeting} marks={marks} />
      {work}
      <Passage text={meeting.invitation} class="minutes-invitation" />
      {points.length > 0 || pending.length > 0 ? (
        <Section id="agenda" title={t('minutes.agenda.title')}>
          {pending.length > 0 ? (
            <>
              <h3 class="minutes-part">{t('minutes.agenda.pending')}</h3>
              <PendingList network={network.slug} actions={pending} />
            </>
          ) : null}
          <AgendaList points={points} />
        </Section>
      ) : null}
      {decisions.length > 0 ? (
        <Section id="decisions" title={t('minutes.decision.title')}>
          <DecisionLists network={network.slug} decisions={decisions} marks={marks} controls={next} />
        </Section>
      ) : null}
      <MinutesPart network={network.slug} data={data} />
      <MeetingPapers network={network} data={data} marks={marks} />
    </article>
  )
}

/** Attendance, accounts and resources. */
function MeetingPapers({
  network,
  data,
  marks,
}: Omit<MeetingPageProps, 'work' | 'links' | 'next'> & { marks: FindMarks }) {
  const reader = useReader()
  const { t } = reader
  const { participants, compared, disputes, resources } = data
  return (
    <>
      {participants.length > 0 ? (
        <Section id="attendance" title={t('minutes.attendance.title')}>
          <AttendanceList network={network.slug} participants={participants} marks={marks} />
        </Section>
      ) : null}
      {compared.length > 0 ? (
        <Section id="accounts" title={t('minutes.account.title')}>
          <p>{t('minutes.account.lead')}</p>
          <AccountColumns network={network.slug} compared={compared} />
          {disputes.length > 0 ? (
            <>
              <h3 class="minutes-part">{t('minutes.account.disagree')}</h3>
              <DisputeList network={network} disputes={disputes} />
            </>
          ) : null}
        </Section>
      ) : null}
      {resources.length > 0 ? (
        <Section id="resources" title={t('minutes.resource.title')}>
          <ResourceList
            resources={resources}
            marks={marks}
            fileOf={(id) => paths.step(reader, network.slug, data.meeting.slug, 'resources', id, 'file')}
          />
        </Section>
      ) : null}
    </>
  )
}

interface AccountColumnsProps {
  network: string
  compared: readonly ComparedAccount[]
}

/** The accounts of one meeting side by side, each with the facts that it alone tells. */
function AccountColumns({ network, compared }: AccountColumnsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <div class="account-columns">
      {compared.map(({ account, alone, aloneCount }) => (
        <div key={account.sourceId} class="account-column">
          <h3>{account.organisation ? <Name name={account.organisation.name} /> : account.publisher}</h3>
          <p class="quiet">
            <a href={paths.source(reader, network, account.slug)}>
              <Passage text={account.title} as="span" tags={false} />
            </a>
            <LanguageTag language={account.language} />
          </p>
          <p>{t('minutes.account.alone', { count: aloneCount })}</p>
          <ul class="account-facts">
            {alone.map((fact) => (
              <li key={fact.id}>
                <span class="account-mark">{t('minutes.account.onlyHere')}</span>{' '}
                <a href={addressFor(reader, `/${network}${fact.path}`)}>
                  <FactWords fact={fact} />
                </a>
              </li>
            ))}
          </ul>
          {aloneCount > alone.length ? (
            <p class="quiet">
              <a href={paths.source(reader, network, account.slug)}>
                {t('minutes.account.more', { count: aloneCount - alone.length })}
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}

function FactWords({ fact }: { fact: ToldFact }) {
  const reader = useReader()
  if (fact.text === null)
    return <>{fact.parties.map((name) => chooseName(name, reader.language).text).join(' – ')}</>
  return (
    <>
      <Passage text={fact.text} as="span" tags={false} />
      {fact.value ? <> – {fact.value}</> : null}
    </>
  )
}

interface ResourceListProps {
  resources: readonly Resource[]
  marks: FindMarks
  /** The address of a resource’s file. */
  fileOf: (resourceId: string) => string
}

/** Resources of a meeting. A dead link says so, and where a copy is kept. */
function ResourceList({ resources, marks, fileOf }: ResourceListProps) {
  const reader = useReader()
  return (
    <EntryList
      entries={resources.map((resource) => ({
        key: resource.id,
        title: (
          <Statement evidence={marks(resource.id)}>
            <ResourceTitle resource={resource} file={fileOf(resource.id)} />
          </Statement>
        ),
        meta: <ResourceMeta resource={resource} />,
        body: resource.copyWords ? (
          <p>{reader.t('minutes.resource.copy', { words: resource.copyWords })}</p>
        ) : undefined,
      }))}
    />
  )
}

// Prefers the file kept here to an address that may stop working.
function ResourceTitle({ resource, file }: { resource: Resource; file: string }) {
  const reader = useReader()
  const label = <Passage text={resource.label} as="span" tags={false} />
  const address = resource.state === 'moved' && resource.movedTo ? resource.movedTo : resource.url
  if (resource.file)
    return (
      <a href={file} hreflang={resource.language} download>
        {label}
      </a>
    )
  if (address === null || resource.state === 'dead') return label
  return (
    <a
      href={address}
      rel="noreferrer"
      hreflang={resource.language}
      dir={directionOf(reader.interfaceLanguage)}
    >
      {label}
    </a>
  )
}

function ResourceMeta({ resource }: { resource: Resource }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {t(`minutes.resourceKind.${resource.kind}`)}
      <LanguageTag language={resource.language} />
      {resource.file ? (
        <>
          {' · '}
          {fileWords(reader, resource.file)}
        </>
      ) : null}
      {resource.url === null && resource.file === null ? (
        <>
          {' · '}
          {t('minutes.resource.noAddress')}
        </>
      ) : null}
      {resource.state === 'dead' ? (
        <>
          {' · '}
          <span class="link-dead">{t('minutes.resource.dead')}</span>
          {resource.deadSince ? (
            <>
              {' '}
              <Moment at={resource.deadSince} />
            </>
          ) : null}{' '}
          <span class="link-address">{resource.url}</span>
        </>
      ) : null}
      {resource.state === 'moved' ? (
        <>
          {' · '}
          {t('minutes.resource.moved')}
        </>
      ) : null}
    </>
  )
}
