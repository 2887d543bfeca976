import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import type { FindMarks } from '../../evidence-marks.ts'
import { paths } from '../../paths.ts'
import type { Interest } from '../queries.ts'

interface InterestDetailsProps {
  network: Network
  interest: Interest
  marks: FindMarks
}

/** What an authority in search of a partner seeks and offers, on which themes, with the evidence of each. */
export function InterestDetails({ network, interest, marks }: InterestDetailsProps) {
  const reader = useReader()
  const { t } = reader
  const facts: Fact[] = [
    {
      term: t('registry.organisation.seeks'),
      detail: (
        <Statement evidence={marks(interest.id, 'organisation')}>
          <Passage text={interest.seeks} as="span" />
        </Statement>
      ),
    },
    {
      term: t('registry.organisation.offers'),
      detail: <Passage text={interest.offers} as="span" />,
    },
    {
      term: t('registry.cooperation.themes'),
      detail: (
        <>
          {interest.themes.map((theme, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <Statement evidence={marks(interest.id, `themes/${theme}`)}>
                <a href={paths.cooperations(reader, network.slug, { theme })}>
                  {t(`networks.theme.${theme}`)}
                </a>
              </Statement>
            </>
          ))}
        </>
      ),
    },
  ]
  return (
    <Section id="seeks" title={t('registry.organisation.seeks')}>
      <FactList facts={facts} />
    </Section>
  )
}
