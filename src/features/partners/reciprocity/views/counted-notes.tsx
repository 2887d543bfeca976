import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'

/** What is counted, and what is not. */
export function CountedNotes() {
  const { t } = useReader()
  return (
    <Section id="counted" title={t('partners.reciprocity.counted')}>
      <ul>
        <li>{t('partners.reciprocity.countedVisits')}</li>
        <li>{t('partners.reciprocity.countedExpectations')}</li>
        <li>{t('partners.reciprocity.countedTexts')}</li>
      </ul>
    </Section>
  )
}
