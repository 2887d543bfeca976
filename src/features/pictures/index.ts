import type { Feature } from '../../platform/http/feature.ts'
import { deleteRemoved } from './commands.ts'
import { picturesMessages } from './messages/index.ts'
import { addPictureRoutes } from './pages.tsx'
import { eraseFromPictures } from './personal-data.commands.ts'
import { listPictureData } from './personal-data.queries.ts'
import { pictureTexts } from './picture-texts.commands.ts'

export { PictureFigure, renderPictures } from './frame.tsx'
export {
  listPictures,
  listPictureTexts,
  listPublicPictures,
  lookUpPublicPicture,
  type Picture,
} from './queries.ts'
export { pictureTexts }

/** Pictures of the records of a network, with who may show them. */
export const pictures: Feature = {
  name: 'pictures',
  messages: picturesMessages,
  routes: addPictureRoutes,
  jobs: ({ clock, database }) => [
    { name: 'pictures.delete', cron: '35 2 * * *', run: () => deleteRemoved({ clock, database }) },
  ],
  texts: [pictureTexts],
  personalData: { collect: listPictureData, erase: eraseFromPictures },
}
