import { type Command, CommandFailed, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { anyReader, type Reader } from '../../../platform/i18n/reader.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { findNamed, type NamedThings } from './named.queries.ts'
import { lookUpSuggestions } from './queries.ts'
import { cautionWords, nameIn, reasonWords } from './reason-words.ts'
import type { Suggestion } from './suggest.ts'

export const suggestionCommands: Command[] = [
  {
    name: 'suggestions',
    usage: 'suggestions ORGANISATION [--network SLUG] [--limit N] [--language fr|ko|en] [--json]',
    summary: 'tell which authorities of the other countries would suit one, and why',
    options: { network: 'text', limit: 'text', language: 'text', json: 'flag' },
    words: [1, 1],
    run: async ({ words: [slug = ''], options, application, terminal }) => {
      const { language = 'en', limit = '3' } = options
      if (typeof language !== 'string' || !isInterfaceLanguage(language))
        throw new WrongUsage('--language takes fr, ko or en')
      const count = Number(limit)
      if (!Number.isInteger(count) || count < 1 || count > 50)
        throw new WrongUsage('--limit takes a number from 1 to 50')
      const asking = operatorContext(application)
      const network = await chooseNetwork(asking, options.network)
      const context = { ...asking, today: ownDay(application, network.opensOn) }
      const [organisation] = await listOrganisationsBySlug(context, [slug])
      if (!organisation) throw new CommandFailed(`There is no organisation "${slug}"`)
      const suggestions = await lookUpSuggestions(context, network, organisation.id, { limit: count })
      if (!suggestions)
        throw new CommandFailed(`"${slug}" is no authority of this network’s countries on ${context.today}`)
      const named = await findNamed(context, suggestions)
      const reader = anyReader(language, application.translate(language), context.today)
      const told = suggestions.best.map((each) =>
        tell(reader, { network: network.slug, named, ownId: organisation.id }, each),
      )
      if (options.json) {
        terminal.out(
          `${JSON.stringify({ organisation: slug, candidates: suggestions.candidates, cautions: suggestions.cautions.map((caution) => cautionWords({ reader }, caution)), suggestions: told }, null, 2)}\n`,
        )
        return
      }
      const cautions = suggestions.cautions.map((caution) => `! ${cautionWords({ reader }, caution)}\n`)
      terminal.out(
        cautions.join('') +
          told
            .map(({ name, score, reasons, cautions }, index) =>
              [
                `${index + 1}. ${name} (${score.toFixed(2)})`,
                ...reasons.map(
                  ({ sentence, evidence }) =>
                    `   + ${sentence}${evidence.length > 0 ? ` [${evidence.join(' · ')}]` : ''}`,
                ),
                ...cautions.map((sentence) => `   ! ${sentence}`),
              ].join('\n'),
            )
            .join('\n\n')
            .concat('\n'),
      )
    },
  },
]

type Told = { network: string; named: NamedThings; ownId: string }

function tell(reader: Reader, { network, named, ownId }: Told, suggestion: Suggestion) {
  const speaking = { reader, network, named, ownId, otherId: suggestion.id }
  return {
    name: nameIn(reader, named, suggestion.id),
    slug: named.organisations.get(suggestion.id)?.slug ?? '',
    score: suggestion.score,
    interest: suggestion.interest,
    interest_of_other: suggestion.interestOfOther,
    reasons: suggestion.explanation.reasons.map((reason) => {
      const { sentence, grounds } = reasonWords(speaking, reason)
      return { signal: reason.signal, sentence, evidence: grounds.map(({ label, href }) => href ?? label) }
    }),
    cautions: suggestion.explanation.cautions.map((caution) => cautionWords({ reader }, caution)),
  }
}
