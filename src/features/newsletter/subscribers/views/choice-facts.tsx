import { languageNames } from '../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { countryName, shortNames } from '../../../directory/index.ts'
import { themes as allThemes } from '../../../networks/index.ts'
import type { Authority } from '../queries.ts'
import type { Choices } from '../subscription.ts'

interface ChoiceFactsProps {
  address: string
  choices: Choices
  authorities: readonly Authority[]
}

/** What somebody chose, in words. */
export function ChoiceFacts({ address, choices, authorities }: ChoiceFactsProps) {
  const reader = useReader()
  const { t } = reader
  const authority = authorities.find(({ id }) => id === choices.organisationId)
  const themes = allThemes.filter((theme) => choices.themes.includes(theme))
  const fact = (term: string, detail: string) => (detail === '' ? [] : [{ term, detail }])
  return (
    <FactList
      facts={[
        ...fact(t('newsletter.subscribers.address'), address),
        ...fact(t('newsletter.subscribers.language'), languageNames[choices.language]),
        ...fact(t('newsletter.subscribers.country'), countryName(reader, choices.country)),
        ...fact(
          t('newsletter.subscribers.frequency'),
          t(`newsletter.subscribers.frequency.${choices.frequency}`),
        ),
        ...fact(
          t('newsletter.subscribers.authority'),
          authority ? chooseName(shortNames(authority), reader.language).text : '',
        ),
        ...fact(
          t('newsletter.subscribers.themes'),
          themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
        ),
      ]}
    />
  )
}
