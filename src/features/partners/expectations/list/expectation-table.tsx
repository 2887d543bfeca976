import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { FewWords } from '../../../../ui/table/few-words.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { ageWords } from '../ageing.ts'
import type { Expectation } from '../expectation.ts'
import { Party } from '../expectation-head.tsx'
import { paths } from '../paths.ts'

interface ExpectationTableProps {
  network: string
  caption: string
  expectations: readonly Expectation[]
}

/** A list of expectations: who expects what of which member, state and age. */
export function ExpectationTable({ network, caption, expectations }: ExpectationTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={[...expectations]}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('partners.expectation.title'),
          header: true,
          wide: true,
          cell: (each) => (
            <>
              <TitleLink network={network} expectation={each} />
              <div class="quiet">
                <FewWords words={each.themes.map((theme) => t(`networks.theme.${theme}`))} />
              </div>
            </>
          ),
        },
        {
          key: 'asker',
          label: t('partners.expectation.asker'),
          cell: ({ asker }) => <Party network={network} organisation={asker} />,
        },
        {
          key: 'asked',
          label: t('partners.expectation.asked'),
          cell: ({ asked }) => <Party network={network} organisation={asked} />,
        },
        {
          key: 'state',
          label: t('partners.expectation.state'),
          cell: ({ state }) => t(`partners.state.${state}`),
        },
        {
          key: 'age',
          label: t('partners.expectation.age'),
          cell: (each) => (
            <div>
              {ageWords(reader, each, reader.today)}
              {each.deadline === null ? null : (
                <span class="cell-line quiet">
                  {t('partners.expectation.before', { day: dayWords(reader, each.deadline) })}
                </span>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

interface TitleLinkProps {
  network: string
  expectation: Expectation
}

/** The title as the way to the page of an expectation. */
export function TitleLink({ network, expectation }: TitleLinkProps) {
  const reader = useReader()
  const title = chooseText(expectation.title, reader.language)
  return (
    <a
      href={paths.one(reader, network, expectation.slug)}
      {...(title ? languageAttributes(reader, title.language) : {})}
    >
      {title?.text ?? expectation.slug}
    </a>
  )
}
