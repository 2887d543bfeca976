import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { SourcePassage } from '../../../../ui/evidence/source-passage.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import type { Quotation } from '../../evidence/queries.ts'
import { paths } from '../../paths.ts'
import type { StoredPassage } from '../queries.ts'
import type { Quote } from '../quote.ts'

interface QuotedPassageProps {
  network: Network
  quotation: Quotation
  passage: StoredPassage
  quote: Quote
}

/** The paragraph that holds a quoted sentence, the sentence marked, with a way to the whole text. */
export function QuotedPassage({ network, quotation, passage, quote }: QuotedPassageProps) {
  const reader = useReader()
  const { source } = quotation
  return (
    <SourcePassage
      language={source.language}
      before={passage.text.slice(0, quote.start)}
      text={passage.text.slice(quote.start, quote.end)}
      after={passage.text.slice(quote.end)}
      source={chooseText(source.title, reader.language)?.text ?? source.publisher}
      href={paths.quoted(reader, network.slug, source.slug, quotation.id)}
      place={
        quote.state === 'changed'
          ? reader.t('registry.source.changed')
          : `${passage.heading.at(-1) ?? ''}, ${reader.t('registry.source.paragraph', { number: passage.paragraph })}`
      }
    />
  )
}
