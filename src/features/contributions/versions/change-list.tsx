import type { ExplainedChange } from '../../../platform/records/record-kind.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DifferenceSide } from '../../../ui/text/difference.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'

/** The differences between two versions, one field and language after the other, before and after side by side. */
export function ChangeList({ changes }: { changes: ExplainedChange[] }) {
  const reader = useReader()
  const { t } = reader
  if (changes.length === 0) return <p>{t('contributions.change.none')}</p>
  return (
    <dl class="changes">
      {changes.map((change, index) => (
        <div class="change" key={index}>
          <dt>
            {change.label.join(' › ')}
            {change.language ? ` (${languageInWords(reader, change.language)})` : null}
          </dt>
          <dd>
            <Value label={t('contributions.change.before')} change={change} of="before" />
            <Value label={t('contributions.change.after')} change={change} of="after" />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface ValueProps {
  label: string
  change: ExplainedChange
  of: 'before' | 'after'
}

function Value({ label, change, of }: ValueProps) {
  const reader = useReader()
  const value = change[of]
  return (
    <div class={`change-${of}`}>
      <p class="change-label">{label}</p>
      {value === null ? (
        <p class="change-nothing">{reader.t('contributions.change.nothing')}</p>
      ) : (
        <p class="as-written" {...(change.language ? languageAttributes(reader, change.language) : {})}>
          {change.before === null || change.after === null ? (
            value
          ) : (
            <DifferenceSide before={change.before} after={change.after} side={of} />
          )}
        </p>
      )}
    </div>
  )
}
