import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { PartEntry, RecordKind, RecordPart } from '../../../platform/records/record-kind.ts'
import { MaybeFolded } from '../../../ui/blocks/maybe-folded.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'

export interface ShownPart {
  part: RecordPart
  /** The entries of a list; null for a part that is one form. */
  entries: PartEntry[] | null
  words: string
}

interface EditPageProps {
  network: string
  kind: RecordKind
  head: RecordHead
  parts: ShownPart[]
  drafts: { form: string; savedAt: Date }[]
  publishes: boolean
  isPublic: boolean
  /** What was just done. */
  done: 'saved' | null
}

/** A record part by part, each with its form: the start of every change. */
export function EditPage({ network, kind, head, parts, drafts, publishes, isPublic, done }: EditPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          <a href={paths.record(reader, network, kind, head.slug)}>{t('contributions.history.back')}</a>
        }
        lead={t(
          !publishes
            ? 'contributions.edit.becomesSuggestion'
            : isPublic
              ? 'contributions.edit.lead'
              : 'contributions.edit.leadDraft',
        )}
        actions={
          <a href={paths.history(reader, network, kind, head.slug)}>{t('contributions.edit.history')}</a>
        }
      >
        {editTitle(reader, head)}
      </PageHeading>
      {done ? (
        <Notice kind="done" live>
          {t('contributions.edit.saved')}
        </Notice>
      ) : null}
      {[...Map.groupBy(parts, ({ part }) => part.group)].flatMap(([group, own]) =>
        group === undefined
          ? own.map((shown) => (
              <PartOverview key={shown.part.key} {...{ reader, network, kind, head, shown, drafts }} />
            ))
          : [
              <GroupOverview
                key={group}
                title={t(group)}
                {...{ reader, network, kind, head, own, drafts }}
              />,
            ],
      )}
    </>
  )
}

interface GroupOverviewProps extends Omit<PartOverviewProps, 'shown'> {
  title: string
  own: ShownPart[]
}

/** Parts that have something in common, as a list of their forms. */
function GroupOverview({ title, own, network, kind, head, drafts }: GroupOverviewProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id={own[0]?.part.key ?? ''} title={title}>
      <ul class="entries">
        {own.map(({ part, words }) => (
          <li key={part.key}>
            <p class="entry-title">
              <a href={paths.part(reader, network, kind, head.slug, part.key)}>{t(part.title)}</a>
            </p>
            <p class={words === '' ? 'edit-empty' : 'entry-meta'}>
              {words || t('contributions.edit.nothingYet')}
            </p>
            <DraftMark draft={drafts.find(({ form }) => form.endsWith(`/edit/${part.key}`))} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function editTitle(reader: Reader, head: RecordHead): string {
  return reader.t('contributions.edit.title', { record: chooseName(head.title, reader.language).text })
}

interface PartOverviewProps {
  network: string
  kind: RecordKind
  head: RecordHead
  shown: ShownPart
  drafts: { form: string; savedAt: Date }[]
}

function PartOverview({ network, kind, head, shown, drafts }: PartOverviewProps) {
  const reader = useReader()
  const { t } = reader
  const { part, entries, words } = shown
  const address = (entry?: string) => paths.part(reader, network, kind, head.slug, part.key, entry)
  const draftOf = (entry: string | null) =>
    drafts.find(({ form }) => form.endsWith(`/edit/${part.key}${entry === null ? '' : `/${entry}`}`))
  if (entries === null) {
    return (
      <Section
        id={part.key}
        title={t(part.title)}
        aside={
          <a href={address()}>
            {t('contributions.edit.change')}
            <span class="visually-hidden"> {t(part.title)}</span>
          </a>
        }
      >
        <p class={words === '' ? 'edit-empty' : 'edit-words'}>
          {words || t('contributions.edit.nothingYet')}
        </p>
        <DraftMark draft={draftOf(null)} />
      </Section>
    )
  }
  return (
    <Section
      id={part.key}
      title={t(part.title)}
      aside={
        <a href={address('new')}>
          {t('contributions.edit.add')}
          <span class="visually-hidden"> {t(part.title)}</span>
        </a>
      }
    >
      <DraftMark draft={draftOf('new')} />
      {entries.length === 0 ? <p class="edit-empty">{t('contributions.edit.nothingYet')}</p> : null}
      <MaybeFolded
        isFolded={entries.length > mostAtOnce}
        words={t('contributions.edit.entries', { count: entries.length })}
      >
        <ul class="entries">
          {entries.map((entry) => (
            <li key={entry.id}>
              <p class="entry-title">
                <a href={address(entry.id)} lang={entry.language}>
                  {entry.title}
                </a>
              </p>
              {entry.note ? <p class="entry-meta">{entry.note}</p> : null}
              <DraftMark draft={draftOf(entry.id)} />
            </li>
          ))}
        </ul>
      </MaybeFolded>
    </Section>
  )
}

// A tie has dozens of pieces of evidence: who came for something else does not scroll through them.
const mostAtOnce = 10

function DraftMark({ draft }: { draft: { savedAt: Date } | undefined }) {
  const reader = useReader()
  if (!draft) return null
  return (
    <p class="entry-meta">
      {reader.t('contributions.edit.hasDraft')} <Moment at={draft.savedAt} />
    </p>
  )
}
