import type { ComponentChildren } from 'preact'
import type { FormState } from '../../../../platform/input/form.ts'
import { SourcePassage } from '../../../../ui/evidence/source-passage.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'
import type { QuotedSentence } from '../correcting.request.ts'
import { OpeningHeading } from '../opening-heading.tsx'
import type { ImportedText } from '../queries.ts'

/** The fact that a question is about, and its text. */
export interface QuestionPlace {
  network: string
  text: ImportedText
  factId: string
}

interface QuestionFrameProps extends QuestionPlace {
  title: string
  lead: ComponentChildren
  /** The sentences that leave it open. */
  quotes: readonly QuotedSentence[]
  form: FormState
  /** The label of the submit button. */
  send: string
  /** Other ways to answer, as buttons. */
  others?: ComponentChildren
  children: ComponentChildren
}

/** The page of a question: the question, the sentences that leave it open, and the form for the answer. */
export function QuestionFrame({
  network,
  text,
  factId,
  title,
  lead,
  quotes,
  form,
  send,
  others,
  children,
}: QuestionFrameProps) {
  const reader = useReader()
  const back = `${paths.text(reader, network, text.id)}#f-${factId}`
  return (
    <>
      <OpeningHeading kicker={<a href={back}>{text.title}</a>} lead={lead} hasErrors={form.errors.length > 0}>
        {title}
      </OpeningHeading>
      {quotes.map((quote) => (
        <SourcePassage
          key={quote.before.length + quote.text}
          language={text.language ?? 'fr'}
          {...quote}
          source={text.title}
          href={back}
        />
      ))}
      <Form action={paths.fact(reader, network, text.id, factId)} form={form}>
        <ErrorList form={form} />
        {children}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {send}
          </button>
          {others}
          <a href={back}>{reader.t('imports.text.source.cancel')}</a>
        </p>
      </Form>
    </>
  )
}
