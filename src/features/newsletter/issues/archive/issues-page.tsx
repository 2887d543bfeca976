import { addressFor } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageSteps } from '../../../../ui/table/pagination.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths as sendingPaths } from '../../sending/paths.ts'
import { type Sending, sendingTitle, stateOf } from '../../sending/sending.ts'
import { paths as subscriberPaths } from '../../subscribers/paths.ts'
import type { Issue, PublishedIssue } from '../issue.ts'
import { headingOf } from '../letter.ts'
import { paths } from '../paths.ts'
import { composerRoles, type Practice } from '../practice/practice.ts'
import { type Discarded, DiscardedSection } from './discarded-section.tsx'

interface Editing {
  draft: Issue | null
  discarded: Discarded
  /** The network’s practice; null for readers who cannot set it. */
  practice: Practice | null
  /** Sendings under way or scheduled. */
  sendings: readonly Sending[]
  /** The practice was saved just now. */
  isPracticeSaved: boolean
}

interface IssuesPageProps {
  network: Network
  letters: readonly PublishedIssue[]
  page: number
  hasNext: boolean
  /** What editors see in addition. */
  editing: Editing | null
}

/** The letters of a network, newest first. */
export function IssuesPage({ network, letters, page, hasNext, editing }: IssuesPageProps) {
  const reader = useReader()
  const { t } = reader
  const pageAddress = (number: number) =>
    addressFor(reader, `/${network.slug}/newsletter`, { page: number === 1 ? undefined : String(number) })
  return (
    <>
      <PageHeading
        lead={t('newsletter.issues.lead')}
        actions={
          <>
            {editing ? <DraftAction network={network} draft={editing.draft} /> : null}{' '}
            <a class="button" href={subscriberPaths.subscribe(reader, network.slug)}>
              {t('newsletter.subscribers.subscribe')}
            </a>{' '}
            <a href={paths.feed(reader, network.slug)}>{t('newsletter.issues.feed')}</a>
          </>
        }
      >
        {t('newsletter.issues.title')}
      </PageHeading>
      {letters.length === 0 ? (
        <EmptyState
          title={t('newsletter.issues.empty')}
          why={t('newsletter.issues.emptyWhy')}
          next={
            editing ? null : (
              <a href={addressFor(reader, `/${network.slug}/agenda`)}>{t('newsletter.issues.emptyNext')}</a>
            )
          }
        />
      ) : (
        <LetterEntries network={network.slug} letters={letters} />
      )}
      <PageSteps
        previous={page > 1 ? pageAddress(page - 1) : null}
        next={hasNext ? pageAddress(page + 1) : null}
      />
      {editing ? <EditingSections network={network} editing={editing} /> : null}
    </>
  )
}

/** Letters with their number and day. */
export function LetterEntries({ network, letters }: { network: string; letters: readonly PublishedIssue[] }) {
  const reader = useReader()
  const { t, interfaceLanguage, today } = reader
  return (
    <EntryList
      entries={letters.map((issue) => ({
        key: issue.id,
        title: <Passage text={issue.title} as="span" tags={false} />,
        href: paths.issue(reader, network, issue.number),
        meta: (
          <>
            {headingOf(issue, { t, language: interfaceLanguage, today })} –{' '}
            {dayWords(reader, issue.publishedOn)}{' '}
            {issue.state === 'withdrawn' ? <span class="tag">{t('newsletter.issues.withdrawn')}</span> : null}
          </>
        ),
      }))}
    />
  )
}

function DraftAction({ network, draft }: { network: Network; draft: Issue | null }) {
  const reader = useReader()
  const { t } = reader
  const address = paths.draft(reader, network.slug)
  if (draft)
    return (
      <a class="button primary" href={address}>
        {t('newsletter.issues.goOn')}
      </a>
    )
  return (
    <form method="post" action={address} class="letter-begin">
      <button type="submit" class="button primary">
        {t('newsletter.issues.begin')}
      </button>
    </form>
  )
}

function EditingSections({ network, editing }: { network: Network; editing: Editing }) {
  const { draft, discarded, practice, sendings, isPracticeSaved } = editing
  return (
    <>
      <DiscardedSection network={network} discarded={discarded} isOtherMade={draft !== null} />
      {practice ? <SendingsSection network={network} sendings={sendings} /> : null}
      {practice ? <PracticeSection network={network} practice={practice} isSaved={isPracticeSaved} /> : null}
    </>
  )
}

interface SendingsSectionProps {
  network: Network
  sendings: readonly Sending[]
}

function SendingsSection({ network, sendings }: SendingsSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="sendings" title={t('newsletter.sending.list')}>
      {sendings.length > 0 ? (
        <ul>
          {sendings.map((sending) => (
            <li key={sending.id}>
              <a href={sendingPaths.sending(reader, network.slug, sending.id)}>
                {sendingTitle(reader, sending)}
              </a>{' '}
              <span class="tag">{t(`newsletter.sending.state.${stateOf(sending)}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={sendingPaths.list(reader, network.slug)}>{t('newsletter.sending.seeAll')}</a>
      </p>
    </Section>
  )
}

interface PracticeSectionProps {
  network: Network
  practice: Practice
  isSaved: boolean
}

function PracticeSection({ network, practice, isSaved }: PracticeSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="practice" title={t('newsletter.issues.practice')}>
      {isSaved ? (
        <Notice kind="done" live>
          {t('newsletter.issues.practiceSaved')}
        </Notice>
      ) : null}
      <form method="post" action={`/${reader.language}/${network.slug}/newsletter/practice`} class="form">
        <div class="field">
          <Choice
            name="second"
            option={{
              value: 'yes',
              label: t('newsletter.issues.second'),
              hint: t('newsletter.issues.secondHint'),
            }}
            type="checkbox"
            isChosen={practice.needsSecond}
          />
          <Choice
            name="counting"
            option={{
              value: 'yes',
              label: t('newsletter.counting.choose'),
              hint: t('newsletter.counting.chooseHint'),
            }}
            type="checkbox"
            isChosen={practice.isCounting}
          />
        </div>
        <ChoiceField
          name="composers"
          label={t('newsletter.issues.composers')}
          hint={t('newsletter.issues.composersHint')}
          options={composerRoles.map((role) => ({
            value: role,
            label: t(`newsletter.issues.composer.${role}`),
          }))}
          chosen={practice.composers}
          multiple
          isPart
        />
        <button type="submit" class="button">
          {t('newsletter.issues.save')}
        </button>
      </form>
    </Section>
  )
}
