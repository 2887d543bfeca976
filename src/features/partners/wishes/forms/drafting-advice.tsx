import { useReader } from '../../../../ui/reader.tsx'

const rules = ['whom', 'what', 'when', 'bring', 'noPersons', 'short'] as const

/** What a good wish says, shown beside the form: what a machine can check is checked, the rest is advice. */
export function DraftingAdvice() {
  const { t } = useReader()
  return (
    <aside class="drafting" aria-labelledby="drafting">
      <h2 id="drafting">{t('partners.wish.rules.title')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`partners.wish.rules.${rule}`)}</li>
        ))}
      </ul>
    </aside>
  )
}
