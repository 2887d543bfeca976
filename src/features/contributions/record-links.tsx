import type { Actor } from '../../platform/context/actor.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { useReader } from '../../ui/reader.tsx'
import { paths } from './paths.ts'
import { mayChangeRecord, maySuggest } from './policy.ts'

interface RecordLinksProps {
  /** The reader of the page; a page that is cached for many has no particular reader. */
  actor: Actor
  network: { id: string; slug: string }
  kind: Pick<RecordKind, 'kind' | 'segment'>
  slug: string
  /** Organisations whose members may change it. */
  organisationIds: string[]
}

/** Link to the forms of a record, for actors who may change it or suggest a change; nothing for others. */
export function EditLink({ actor, network, kind, slug, organisationIds }: RecordLinksProps) {
  const reader = useReader()
  if (!maySuggest(actor, network.id)) return null
  const isTheirs = mayChangeRecord(actor, { networkId: network.id, kind: kind.kind, organisationIds })
  return (
    <a class="button" href={paths.edit(reader, network.slug, kind, slug)}>
      {reader.t(isTheirs ? 'contributions.link.edit' : 'contributions.link.suggest')}
    </a>
  )
}

/** The foot of a record’s page: its history for everyone, and for visitors the link to report an error. */
export function RecordFoot({ actor, network, kind, slug }: Omit<RecordLinksProps, 'organisationIds'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <p class="record-foot">
      <a href={paths.history(reader, network.slug, kind, slug)}>{t('contributions.edit.history')}</a>
      {maySuggest(actor, network.id) ? null : (
        <a href={paths.correction(reader, network.slug, kind, slug)} rel="nofollow">
          {t('contributions.link.correction')}
        </a>
      )}
    </p>
  )
}

interface AddLinkProps extends Pick<RecordLinksProps, 'actor' | 'network'> {
  reader: Reader
  kind: Pick<RecordKind, 'segment'>
  label: string
}

/** Link to the form that adds a record, for actors who may add or suggest one; null for others. */
export function addLink({ reader, actor, network, kind, label }: AddLinkProps) {
  if (!maySuggest(actor, network.id)) return null
  return (
    <a class="button" href={paths.adding(reader, network.slug, kind)}>
      {label}
    </a>
  )
}
