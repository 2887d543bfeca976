import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { SourcePassage } from '../../../../../ui/evidence/source-passage.tsx'
import { type FormError, FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { paths } from '../../../paths.ts'
import type { QuotedSentence } from '../../correcting/call.ts'
import type { ImportedText } from '../../queries.ts'
import { OpeningHeading } from '../../views/opening-heading.tsx'

/** On which fact of which text one is asked. */
export interface QuestionPlace {
  reader: Reader
  network: string
  text: ImportedText
  factId: string
}

interface QuestionFrameProps extends QuestionPlace {
  title: string
  lead: ComponentChildren
  /** The sentences that leave it open. */
  quotes: readonly QuotedSentence[]
  errors: FormError[]
  /** What the button says that sends the answer. */
  send: string
  /** Other ways to answer, as buttons. */
  others?: ComponentChildren
  children: ComponentChildren
}

/** The page of a question: what is asked, the sentences that leave it open, and the form for the answer. */
export function QuestionFrame({
  reader,
  network,
  text,
  factId,
  title,
  lead,
  quotes,
  errors,
  send,
  others,
  children,
}: QuestionFrameProps) {
  const back = `${paths.text(reader, network, text.id)}#f-${factId}`
  return (
    <>
      <OpeningHeading kicker={<a href={back}>{text.title}</a>} lead={lead} hasErrors={errors.length > 0}>
        {title}
      </OpeningHeading>
      {quotes.map((quote) => (
        <SourcePassage
          key={quote.before.length + quote.text}
          reader={reader}
          language={text.language ?? 'fr'}
          {...quote}
          source={text.title}
          href={back}
        />
      ))}
      <form method="post" action={paths.fact(reader, network, text.id, factId)} class="form" novalidate>
        <FormErrors reader={reader} errors={errors} />
        {children}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {send}
          </button>
          {others}
          <a href={back}>{reader.t('imports.text.source.cancel')}</a>
        </p>
      </form>
    </>
  )
}
