import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { listOrganisationRefs } from '../../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../../networks/index.ts'
import type { TextRequest } from '../../call.ts'
import type { Compared } from '../../comparison/compared.ts'
import { findQuote } from '../../correcting/call.ts'
import { organisationsIn } from '../../reading/place-facts.ts'
import { factWords } from '../../review/fact-words.ts'
import { goOnAsking } from '../call.ts'
import { openDateForm } from '../schema.ts'
import { settleDate } from './commands.ts'
import { DateQuestion } from './views/date-question.tsx'

/** Asks when something was that a text dates by something else. */
export async function showDateQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
  shown: { values: FormValues; errors: FieldError[] } = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { reader, network, text } = asked
  const { fact } = compared
  const words = wordsOf(compared)
  return drawNetworkPage(application, request, shown.errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('imports.text.question.date.title', { words }),
    description: reader.t('imports.text.question.date.lead'),
    path: `/imports/${text.id}/facts/${fact.id}`,
    noindex: true,
    children: (
      <DateQuestion
        reader={reader}
        network={network.slug}
        text={text}
        factId={fact.id}
        words={words}
        said={await saidOf(asked, compared)}
        quote={await findQuote(asked, compared)}
        {...shown}
      />
    ),
  })
}

/** Takes the date, or that there is to be none. */
export async function answerDateQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { reader, network, text, writing } = asked
  const form = readForm(openDateForm(reader.interfaceLanguage), request.body)
  if (!form.valid) return showDateQuestion(application, request, reply, asked, compared, form)
  const { date, without } = form.data
  if (date === null && without === undefined) {
    const errors = [fieldError('date', 'ui.form.missing')]
    return showDateQuestion(application, request, reply, asked, compared, { values: form.values, errors })
  }
  const at = { network, text, records: application.records }
  const edtf = without === undefined ? (date?.edtf ?? null) : null
  return goOnAsking(reply, asked, await settleDate(writing, at, compared.fact.id, edtf))
}

function wordsOf({ fact: { id, value } }: Compared): string {
  return ('openDate' in value ? value.openDate : undefined) ?? notFound(id)
}

// « Metz – Gongju : accord de coopération »: the names stand in the reader's language where the directory has them.
async function saidOf({ reader, text, writing }: TextRequest, { fact, tie }: Compared): Promise<string> {
  const refs = await listOrganisationRefs(writing, tie ? organisationsIn(tie.value) : [])
  const language = text.language ?? 'fr'
  const words = [...(tie ? [tie] : []), fact].map(
    ({ value }) => factWords(reader, value, refs, language).text,
  )
  return words.join(' · ')
}
