import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import { TranslatorTrouble } from '../../../platform/translation/translator.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayChangeOriginals } from '../policy.ts'
import { loadTranslatorRequest } from '../request.ts'
import { saveTranslation } from './commands.ts'
import { type EditorForm, findEditorData } from './editor-data.ts'
import { fingerprintOf, proposalOf } from './fingerprint.ts'
import { type EditedText, findText } from './queries.ts'
import type { EditorNews } from './views/editor-notice.tsx'
import { EditorPage } from './views/editor-page.tsx'

const address = '/:language/:network/translations/:text'

interface EditorRequest extends NetworkRequest {
  text: EditedText
  news?: EditorNews
}

/** One language of a text, side by side with its original. */
export function addEditorRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const translator = openTranslator(application.settings.translation)

  pages.get(address, loadTextRequest, (visit) => {
    const isSaved = parameterOf(visit.request.query, 'saved') !== undefined
    return draw(isSaved ? { ...visit, news: { kind: 'saved' } } : visit)
  })

  addNetworkAction(pages, address, {
    open: loadWritableTextRequest,
    schema: translationForm,
    again: draw,
    save: async (visit, { madeFrom, goTo, proposal, ...typed }, _choices, values) => {
      const { context, reader, network, text } = visit
      const isReviewed = typed.reviewed === 'yes'
      const isMachines = !isReviewed && proposal === proposalOf(typed.text)
      // The next text must be read before this one leaves the list.
      const { neighbours } = await findEditorData(context, network.id, text)
      const saving = await saveTranslation(context, application.textOwners, {
        ...placeOf(visit),
        passage: passageAfter(text, typed.text, { isReviewed, isMachines }),
        madeFrom,
        ...(isMachines && translator ? { provenance: madeBy(translator.name, context) } : {}),
      })
      if (!saving.saved) {
        const now = saving.text[text.language]?.text ?? ''
        const met: EditorRequest = {
          ...visit,
          text: { ...text, whole: saving.text },
          news: { kind: 'changed', now },
        }
        return { status: 409, values: { ...values, text: typed.text }, visit: met }
      }
      const next = goTo === 'next' && neighbours.next ? neighbours.next : text.id
      return paths.text(reader, network.slug, next, { saved: 'yes' })
    },
  })

  addNetworkAction(pages, `${address}/machine`, {
    open: loadTextRequest,
    schema: proposalForm,
    again: draw,
    save: async (loaded, { text: typed }) => {
      const { original, originalLanguage, language, id } = loaded.text
      if (translator === null || language === originalLanguage) return notFound(id)
      const drawnWith = (news: EditorNews): EditorRequest => ({ ...loaded, news })
      try {
        const [made = ''] = await translator.translate([original], originalLanguage, language)
        if (made.trim() === '') throw new TranslatorTrouble('answer')
        const visit = drawnWith({ kind: 'proposed', provider: translator.name, typed })
        return { status: 200, values: { text: made, proposal: proposalOf(made) }, visit }
      } catch (error) {
        if (!(error instanceof TranslatorTrouble)) throw error
        const visit = drawnWith({ kind: 'trouble', trouble: error.trouble })
        return { status: 502, values: { text: typed, proposal: '' }, visit }
      }
    },
  })

  // Pressed beside a text that the translator cannot read: it goes back there, with the words marked as a machine’s.
  pages.post(`${address}/machine/now`, loadTextRequest, async (visit) => {
    const { request, reply, context, reader, network, text } = visit
    if (translator === null || text.language === text.originalLanguage) return notFound(text.id)
    const back = readNext(parameterOf(request.body, 'back')) ?? paths.text(reader, network.slug, text.id)
    if (text.state !== 'missing') return reply.redirect(back, 303)
    try {
      const [made = ''] = await translator.translate([text.original], text.originalLanguage, text.language)
      if (made.trim() === '') throw new TranslatorTrouble('answer')
      await saveTranslation(context, application.textOwners, {
        ...placeOf(visit),
        passage: { text: made.trim(), state: 'machine' },
        madeFrom: fingerprintOf(text.whole, text.language),
        provenance: madeBy(translator.name, context),
      })
      return reply.redirect(back, 303)
    } catch (error) {
      if (!(error instanceof TranslatorTrouble)) throw error
      reply.code(502)
      return draw({ ...visit, news: { kind: 'trouble', trouble: error.trouble } })
    }
  })

  async function draw(visit: EditorRequest, form?: FormState): Promise<FastifyReply> {
    const { context, reader, network, text, news } = visit
    const title = `${chooseName(text.label, reader.language).text} – ${reader.t('translations.list.title')}`
    return renderNetworkPage(visit, {
      title,
      description: title,
      path: `/translations/${text.id}`,
      width: 'wide',
      noindex: true,
      children: (
        <EditorPage
          network={network}
          owners={application.textOwners}
          data={await findEditorData(context, network.id, text)}
          form={editorForm(text, form)}
          mayWrite={mayWrite(visit)}
          machine={translator?.name ?? null}
          error={form?.errors[0]?.message(reader.t)}
          news={news}
        />
      ),
    })
  }
}

function placeOf({ network, text: { recordKind, recordId, path, language } }: EditorRequest) {
  return { networkId: network.id, recordKind, recordId, path, language }
}

function madeBy(machineBy: string, { clock }: EditorRequest['context']) {
  return { machineBy, machineAt: clock.now().toString(), batchId: null }
}

function editorForm(text: EditedText, form: FormState | undefined): EditorForm {
  const madeFrom = fingerprintOf(text.whole, text.language)
  if (form === undefined) return { typed: text.text, reviewed: false, proposal: '', madeFrom }
  return {
    typed: typedValue(form.values, 'text'),
    // A text with errors must be reviewed again.
    reviewed: form.errors.length === 0 && typedValue(form.values, 'reviewed') === 'yes',
    proposal: typedValue(form.values, 'proposal'),
    madeFrom,
  }
}

// By the rule of every form: a changed text is reviewed by the person who typed it, an unchanged one keeps its state unless it was marked
// as reviewed.
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

async function loadTextRequest(visit: Visit): Promise<EditorRequest> {
  const loaded = await loadTranslatorRequest(visit)
  const id = parameterOf(visit.request.params, 'text') ?? ''
  return { ...loaded, text: await findText(loaded.context, loaded.network.id, id) }
}

async function loadWritableTextRequest(visit: Visit): Promise<EditorRequest> {
  const loaded = await loadTextRequest(visit)
  return mayWrite(loaded) ? loaded : notFound(loaded.text.id)
}

function mayWrite({ context, network, text }: EditorRequest): boolean {
  return text.language !== text.originalLanguage || mayChangeOriginals(context.actor, network.id)
}

const longest = 20_000

/** The form of one translation. */
const translationForm = z.object({
  text: z.string().trim().min(1).max(longest),
  /** Marks an unchanged text as reviewed; a changed one is reviewed without it. */
  reviewed: z.literal('yes').optional(),
  /** `proposalOf` a machine’s proposal; '' if there was none. */
  proposal: z.string().max(100).default(''),
  madeFrom: z.string().max(100),
  /** Where to go after saving. */
  goTo: z.enum(['stay', 'next']).default('stay'),
})

/** The form for which a machine is asked for a text: the typed text is kept beside. */
const proposalForm = z.object({ text: z.string().max(longest).catch('') })
