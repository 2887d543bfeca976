import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { mergeLocalizedText } from '../../../platform/i18n/merge-localized-text.ts'
import { readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import { TranslatorTrouble } from '../../../platform/translation/translator.ts'
import { drawNetworkPage, type NetworkRequest } from '../../networks/index.ts'
import { readTranslatorRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { mayChangeOriginals } from '../policy.ts'
import { saveTranslation } from './commands.ts'
import { type EditorForm, findEditorData } from './editor-data.ts'
import { fingerprintOf, proposalOf } from './fingerprint.ts'
import { type EditedText, findText } from './queries.ts'
import { proposalForm, translationForm } from './schema.ts'
import type { EditorNews } from './views/editor-notice.tsx'
import { EditorPage } from './views/editor-page.tsx'

const address = '/:language/:network/translations/:text'

interface Drawn {
  form?: Partial<EditorForm>
  error?: string
  news?: EditorNews
}

/** One language of a text, side by side with its original. */
export function addEditorRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const translator = openTranslator(application.settings.translation)

  pages.get(address, readTextRequest, ({ asked, text }) => {
    const { request } = asked
    const saved = parameterOf(request.query, 'saved') !== undefined
    return draw(asked, text, saved ? { news: { kind: 'saved' } } : {})
  })

  pages.post(address, readTextRequest, async ({ asked, text }) => {
    const { request, reply, context, reader, network } = asked
    if (!mayWrite(asked, text)) notFound(text.id)
    const read = readForm(translationForm, request.body)
    const typed = parameterOf(request.body, 'text') ?? ''
    if (!read.valid) {
      const error = read.errors[0]?.message(reader.t)
      const proposal = parameterOf(request.body, 'proposal') ?? ''
      return draw(withStatus(asked, 422), text, {
        form: { typed, proposal },
        ...(error ? { error } : {}),
      })
    }
    const { madeFrom, goTo, proposal } = read.data
    const isReviewed = read.data.reviewed === 'yes'
    const isMachines = !isReviewed && proposal === proposalOf(read.data.text)
    const passage = passageAfter(text, read.data.text, { isReviewed, isMachines })
    // Which text comes next must be asked before this one leaves the list.
    const { neighbours } = await findEditorData(context, network.id, text)
    const saving = await saveTranslation(context, application.textOwners, {
      networkId: network.id,
      recordKind: text.recordKind,
      recordId: text.recordId,
      path: text.path,
      language: text.language,
      passage,
      madeFrom,
      ...(isMachines && translator
        ? {
            provenance: {
              machineBy: translator.name,
              machineAt: context.clock.now().toString(),
              batchId: null,
            },
          }
        : {}),
    })
    if (!saving.saved) {
      const now = saving.text[text.language]?.text ?? ''
      return draw(
        withStatus(asked, 409),
        { ...text, whole: saving.text },
        {
          form: { typed: read.data.text, reviewed: isReviewed, proposal },
          news: { kind: 'changed', now },
        },
      )
    }
    const next = goTo === 'next' && neighbours.next ? neighbours.next : text.id
    return reply.redirect(paths.text(reader, network.slug, next, { saved: 'yes' }), 303)
  })

  pages.post(`${address}/machine`, readTextRequest, async ({ asked, text }) => {
    const { request } = asked
    if (translator === null || text.language === text.originalLanguage) notFound(text.id)
    const read = readForm(proposalForm, request.body)
    const typed = read.valid ? read.data.text : ''
    try {
      const [made = ''] = await translator.translate([text.original], text.originalLanguage, text.language)
      if (made.trim() === '') throw new TranslatorTrouble('answer')
      return draw(asked, text, {
        form: { typed: made, proposal: proposalOf(made) },
        news: { kind: 'proposed', provider: translator.name, typed },
      })
    } catch (error) {
      if (!(error instanceof TranslatorTrouble)) throw error
      return draw(withStatus(asked, 502), text, {
        form: { typed },
        news: { kind: 'trouble', trouble: error.trouble },
      })
    }
  })

  async function draw(
    asked: NetworkRequest,
    text: EditedText,
    { form, error, news }: Drawn,
  ): Promise<FastifyReply> {
    const { context, reader, network } = asked
    const data = await findEditorData(context, network.id, text)
    const title = `${chooseName(text.label, reader.language).text} – ${reader.t('translations.list.title')}`
    return drawNetworkPage(asked, {
      title,
      description: title,
      path: `/translations/${text.id}`,
      width: 'wide',
      noindex: true,
      children: (
        <EditorPage
          network={network}
          owners={application.textOwners}
          data={data}
          form={{
            typed: text.text,
            reviewed: false,
            proposal: '',
            madeFrom: fingerprintOf(text.whole, text.language),
            ...form,
          }}
          mayWrite={mayWrite(asked, text)}
          machine={translator?.name ?? null}
          error={error}
          news={news}
        />
      ),
    })
  }
}

// By the rule of every form: what was changed is reviewed by whoever typed it, what was left keeps its state unless it was read over.
function passageAfter(
  { whole, language }: EditedText,
  typed: string,
  { isReviewed, isMachines }: { isReviewed: boolean; isMachines: boolean },
) {
  const reviewed = isReviewed ? [language] : []
  const merged = mergeLocalizedText(
    whole,
    { texts: { [language]: typed }, reviewed, original: null },
    { by: isMachines ? 'machine' : 'person' },
  )
  return merged[language] ?? null
}

async function readTextRequest(visit: Visit): Promise<{ asked: NetworkRequest; text: EditedText }> {
  const { request } = visit
  const asked = await readTranslatorRequest(visit)
  const text = await findText(asked.context, asked.network.id, parameterOf(request.params, 'text') ?? '')
  return { asked, text }
}

function mayWrite({ context, network }: NetworkRequest, { language, originalLanguage }: EditedText): boolean {
  return language !== originalLanguage || mayChangeOriginals(context.actor, network.id)
}
