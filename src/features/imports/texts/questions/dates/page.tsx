import type { FastifyReply } from 'fastify'
import { fieldError, readForm } from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import type { Compared } from '../../comparison/compared.ts'
import { findQuote, findSaid } from '../../correcting/call.ts'
import { drawQuestion, goOnAsking, nothingTyped, placeOf, type QuestionCall } from '../call.ts'
import { openDateForm } from '../schema.ts'
import { settleDate } from './commands.ts'
import { dateOptions, listPossibleDates } from './possible.ts'
import { DateQuestion } from './views/date-question.tsx'

/** Asks when something was that a text dates by something else, with what it may be by the dates around it. */
export async function showDateQuestion(call: QuestionCall, typed = nothingTyped): Promise<FastifyReply> {
  const { asked, compared } = call
  const { reader, network, text } = asked
  const { fact } = compared
  const words = wordsOf(compared)
  const possible = await listPossibleDates(asked, fact, words)
  return drawQuestion(call, {
    title: reader.t('imports.text.question.date.title', { words }),
    description: reader.t('imports.text.question.date.lead'),
    errors: typed.errors,
    children: (
      <DateQuestion
        network={network.slug}
        text={text}
        factId={fact.id}
        words={words}
        said={await findSaid(asked, compared)}
        options={dateOptions(reader, { text, words, passage: fact.quote.passage }, possible)}
        quote={await findQuote(asked, compared)}
        {...typed}
      />
    ),
  })
}

/** Takes the date, chosen or written, or that there is to be none. */
export async function answerDateQuestion(call: QuestionCall): Promise<FastifyReply> {
  const { asked, compared } = call
  const form = readForm(openDateForm(asked.reader.interfaceLanguage), call.request.body)
  if (!form.valid) return showDateQuestion(call, form)
  const { candidate, date, without } = form.data
  const settle = async (edtf: string | null) =>
    goOnAsking(call, await settleDate(asked.writing, placeOf(call), compared.fact.id, edtf))
  if (without !== undefined) return settle(null)
  const possible = await listPossibleDates(asked, compared.fact, wordsOf(compared))
  const chosen = possible.find(({ edtf }) => edtf === candidate)?.edtf ?? null
  const written = date?.edtf ?? null
  const edtf = written ?? chosen
  const isBoth = chosen !== null && edtf !== chosen
  if (edtf !== null && !isBoth) return settle(edtf)
  const error = isBoth
    ? fieldError('date', 'imports.text.question.date.both')
    : fieldError(
        possible.length > 0 && candidate !== 'other' ? 'candidate' : 'date',
        'imports.text.question.date.none',
      )
  return showDateQuestion(call, { values: form.values, errors: [error] })
}

function wordsOf({ fact: { id, value } }: Compared): string {
  return ('openDate' in value ? value.openDate : undefined) ?? notFound(id)
}
