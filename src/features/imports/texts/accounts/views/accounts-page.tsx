import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { paths } from '../../../paths.ts'
import type { Fact } from '../../facts/fact.ts'
import type { ImportedText } from '../../queries.ts'
import { factWords, partyName, type Refs } from '../../review/fact-words.ts'

interface AccountsPageProps {
  network: string
  text: ImportedText
  other: ImportedText
  both: readonly Fact[]
  here: readonly Fact[]
  there: readonly Fact[]
  /** The facts that state ties, of both texts. */
  ties: ReadonlyMap<string, Fact>
  refs: Refs
}

/** Two accounts side by side: what only the one says, what only the other says, and what both do. */
export function AccountsPage(props: AccountsPageProps) {
  const reader = useReader()
  const { network, text, other, both, here, there } = props
  const { t } = reader
  const name = ({ title, language, id }: ImportedText) => (
    <a href={paths.text(reader, network, id)} {...languageAttributes(reader, language ?? 'fr')}>
      {title}
    </a>
  )
  return (
    <>
      <PageHeading
        kicker={<a href={paths.text(reader, network, text.id)}>{text.title}</a>}
        lead={t('imports.text.account.lead')}
      >
        {t('imports.text.account.title')}
      </PageHeading>
      <div class="accounts">
        <Section id="here" title={name(text)} aside={String(here.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={here} of={text} />
        </Section>
        <Section id="there" title={name(other)} aside={String(there.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={there} of={other} />
        </Section>
      </div>
      <Section id="both" title={t('imports.text.account.both')} aside={String(both.length)}>
        <Facts {...props} facts={both} of={text} />
      </Section>
    </>
  )
}

function Facts({
  network,
  facts,
  of,
  refs,
  ties,
}: AccountsPageProps & { facts: readonly Fact[]; of: ImportedText }) {
  const reader = useReader()
  const { t } = reader
  if (facts.length === 0) return <p class="quiet">{t('imports.text.account.none')}</p>
  return (
    <ul class="account-facts">
      {facts.map((fact) => {
        const { text, details, language } = factWords(reader, fact.value, refs, of.language ?? 'fr')
        const tie = fact.tieId === null ? undefined : ties.get(fact.tieId)?.value
        return (
          <li key={fact.id}>
            <a href={`${paths.text(reader, network, of.id)}#f-${fact.id}`}>
              {t(`imports.text.part.${fact.value.part}`)}
              {tie?.part === 'tie'
                ? ` · ${tie.parties.map((party) => partyName(reader, party, refs)).join(' – ')}`
                : ''}
            </a>{' '}
            <span {...(language ? languageAttributes(reader, language) : {})}>{text}</span>
            {details.length > 0 ? `, ${details.join(', ')}` : ''}
          </li>
        )
      })}
    </ul>
  )
}
