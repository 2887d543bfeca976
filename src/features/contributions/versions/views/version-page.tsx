import type { FormState } from '../../../../platform/input/form.ts'
import type { ExplainedChange, RecordHead, RecordKind } from '../../../../platform/records/record-kind.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { Version } from '../queries.ts'
import { ChangeList } from './change-list.tsx'
import { historyTitle, originWords } from './history-page.tsx'
import { VersionAuthor, VersionMoment } from './version-author.tsx'

interface VersionPageProps {
  network: string
  kind: RecordKind
  head: RecordHead
  version: Version
  /** The version that it is compared with; null for the first one. */
  compared: number | null
  changes: ExplainedChange[]
  present: number
  showsNames: boolean
  mayRestore: boolean
  /** What was wrong with the restoration that was just asked for. */
  form: FormState | undefined
}

/** One version beside another: what changed, field by field and language by language, and the way back to it. */
export function VersionPage(props: VersionPageProps) {
  const reader = useReader()
  const { network, kind, head, version, compared, changes, present } = props
  const { t } = reader
  const title = t('contributions.history.version', { number: version.number })
  return (
    <>
      <PageHeading
        kicker={<a href={paths.history(reader, network, kind, head.slug)}>{historyTitle(reader, head)}</a>}
      >
        {title}
      </PageHeading>
      <FactList
        facts={[
          {
            term: t('contributions.history.column.when'),
            detail: <VersionMoment version={version} />,
          },
          {
            term: t('contributions.history.column.by'),
            detail: <VersionAuthor version={version} showsNames={props.showsNames} />,
          },
          { term: t('contributions.history.how'), detail: originWords(reader, version) },
          ...(version.reason ? [{ term: t('contributions.history.why'), detail: version.reason }] : []),
        ]}
      />
      {compared === null ? (
        <p>{t('contributions.history.first')}</p>
      ) : (
        <Section id="changes" title={t('contributions.history.compared', { number: compared })}>
          <ChangeList changes={changes} />
        </Section>
      )}
      <p>
        {version.number === present || compared === present ? (
          <a href={paths.record(reader, network, kind, head.slug)}>{t('contributions.history.back')}</a>
        ) : (
          <a href={paths.version(reader, network, kind, head.slug, version.number, present)}>
            {t('contributions.history.compare', { number: present })}
          </a>
        )}
      </p>
      {props.mayRestore && version.number !== present ? <Restoration {...props} /> : null}
    </>
  )
}

function Restoration({ network, kind, head, version, present, form }: VersionPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="restoration" title={t('contributions.history.restore')}>
      <p>{t('contributions.history.restoreExplained', { number: version.number })}</p>
      <Form
        action={`${paths.version(reader, network, kind, head.slug, version.number).split('?')[0]}/restoration`}
        form={form}
      >
        {form ? <ErrorList form={form} /> : null}
        <input type="hidden" name="base" value={String(present)} />
        <Field name="reason" label={t('contributions.history.restoreReason')} required />
        <button type="submit" class="button">
          {t('contributions.history.restore')}
        </button>
      </Form>
    </Section>
  )
}
