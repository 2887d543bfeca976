import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { countryName, kindName } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import type { Wish } from '../row/queries.ts'
import { ageWords, expiryWords, sizeWords } from './wish-words.ts'

interface WishFactsProps {
  network: string
  wish: Wish
}

/** Of whom, on what, by which forms, with whom, by when, with what, until when. */
export function WishFacts({ network, wish }: WishFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation } = wish
  const list = (term: string, words: readonly string[]): Fact | null =>
    words.length === 0 ? null : { term, detail: words.join(', ') }
  const size = sizeWords(reader, wish)
  const facts: (Fact | null)[] = [
    {
      term: t('partners.wish.authority'),
      detail: (
        <>
          <a href={paths.organisation(reader, network, organisation.slug)}>
            <Name name={organisation.name} own={languageOf(organisation.country)} />
          </a>
          {', '}
          {kindName(reader, organisation.kind)}
        </>
      ),
    },
    list(
      t('partners.wish.themes'),
      wish.themes.map((theme) => t(`networks.theme.${theme}`)),
    ),
    list(
      t('partners.wish.forms'),
      wish.forms.map((form) => t(`partners.form.${form}`)),
    ),
    list(
      t('partners.wish.countries'),
      wish.countries.map((code) => countryName(reader, code)),
    ),
    list(
      t('partners.wish.tiers'),
      wish.tiers.map((tier) => t(`partners.tier.${tier}`)),
    ),
    size === null ? null : { term: t('partners.wish.population'), detail: size },
    list(
      t('partners.wish.languages'),
      wish.languages.map((language) => languageInWords(reader, language)),
    ),
    wish.horizon === null
      ? null
      : {
          term: t('partners.wish.horizon'),
          detail: <FuzzyDate {...dateWords(reader, wish.horizon, wish.horizonWords)} />,
        },
    list(
      t('partners.wish.means'),
      wish.meanKinds.map((kind) => t(`partners.wish.mean.${kind}`)),
    ),
    textFact(t('partners.wish.text.means'), wish.means),
    textFact(t('partners.wish.text.returns'), wish.returns),
    list(
      t('partners.wish.returnThemes'),
      wish.returnThemes.map((theme) => t(`networks.theme.${theme}`)),
    ),
    {
      term: t('partners.wish.validity'),
      detail: `${expiryWords(reader, wish)} · ${ageWords(reader, wish)}`,
    },
  ]
  return <FactList facts={facts.filter((fact) => fact !== null)} />
}

function textFact(term: string, text: Wish['means']): Fact | null {
  if (Object.keys(text).length === 0) return null
  return { term, detail: <Passage text={text} as="span" /> }
}
