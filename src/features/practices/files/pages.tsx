import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { checkGivenFiles, GivenFilesFields, givenFiles } from '../../../ui/form/given-files.tsx'
import { mayPublishUnreviewed } from '../../contributions/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { backToSheet, loadPracticeRequest, loadSheetForm, type PracticeRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { addSheetFiles, removeSheetFile } from './commands.ts'

/** Files of a sheet: given by its holder, had by whoever may read it. */
export function addSheetFileRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/practices/:slug/files'
  addNetworkForm(pages, place, {
    open: openForm,
    title: 'practices.files.title',
    lead: 'practices.files.lead',
    submit: 'ui.file.keep',
    width: 'reading',
    path: ({ practice }) => `/practices/${practice.slug}/files`,
    back: (visit) => backToSheet(visit),
    upload: givenFiles,
    schema: z.object({ language: z.string().default('') }),
    check: ({ upload }) => checkGivenFiles(upload),
    fields: ({ network, application: { settings } }) => (
      <GivenFilesFields languages={network.languages} mostBytes={settings.uploadMegabytes * 1e6} />
    ),
    save: async ({ writing, reader, network, practice, upload }, typed) => {
      const language = network.languages.find((each) => each === typed.language) ?? reader.language
      await addSheetFiles(writing, application.storage, practice, { files: upload.files, language })
      return paths.today(reader, network.slug, practice.slug, '#files')
    },
  })
  addNetworkAction(pages, `${place}/:file/removal`, {
    open: async (visit) => withFile(await openForm(visit)),
    schema: z.object({}),
    again: () => notFound('file'),
    save: async ({ writing, reader, network, practice, file }) => {
      await removeSheetFile(writing, practice, file.id)
      return paths.today(reader, network.slug, practice.slug, '#files')
    },
  })
  pages.with({}).get(`${place}/:file`, loadPracticeRequest, async (visit) => {
    const { file, context, reply } = withFile(visit)
    return serveFile(reply, application.storage, (await lookUpFile(context, file.id)) ?? notFound('file'))
  })
}

async function openForm(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadSheetForm(visit)
  return mayGiveFiles(loaded) ? loaded : notFound('files')
}

function withFile(visit: PracticeRequest) {
  const id = parameterOf(visit.request.params, 'file')
  return { ...visit, file: visit.practice.files.find((each) => each.id === id) ?? notFound('file') }
}

/** Those who speak for the holder; where the group reviews changes first, of a published sheet the secretariat alone. */
export function mayGiveFiles({ isHolders, network, practice, context: { actor } }: PracticeRequest): boolean {
  const isReviewed = network.publication !== 'at_once' && practice.publication === 'published'
  return isHolders && (!isReviewed || mayPublishUnreviewed(actor, network.id))
}
