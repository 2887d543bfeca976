import { conclude, type Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'
import { readProject } from '../project/read-project.ts'
import { checkAmbient } from './ambient.ts'
import { checkCircles } from './circles.ts'
import { checkClockOnce } from './clock-once.ts'
import { checkDatabaseAccess } from './database-access.ts'
import { checkDocumentLinks } from './document-links.ts'
import { checkDoors } from './doors.ts'
import { checkFileCircles } from './file-circles.ts'
import { checkFolders } from './folders.ts'
import { checkLayers } from './layers.ts'
import { checkNames } from './names.ts'
import { checkPieces } from './pieces.ts'
import { checkPromises } from './promises.ts'
import { checkSeams } from './seams.ts'
import { checkSizes, measureSizes } from './sizes.ts'
import { checkVocabulary } from './vocabulary.ts'

const rules = [
  checkLayers,
  checkDoors,
  checkCircles,
  checkVocabulary,
  checkDatabaseAccess,
  checkNames,
  checkAmbient,
  checkClockOnce,
  checkSeams,
  checkPromises,
  checkSizes,
  checkFolders,
  checkFileCircles,
  checkPieces,
  checkDocumentLinks,
]

/** Reports where the code, the names and the documents leave the plan of the house. Having read no module is a finding. */
export function checkArchitecture(project: Project): Finding[] {
  const nothing = {
    file: '.',
    line: 1,
    rule: 'nothing-read',
    message: 'no module was read in src: wrong folder?',
  }
  if (!project.modules.some(({ path }) => path.startsWith('src/'))) return [nothing]
  return [...unreadable(project), ...rules.flatMap((rule) => rule(project))]
}

/** A file that does not parse gives the rules an empty program: it must not pass for a clean one. */
function unreadable(project: Project): Finding[] {
  return project.modules.flatMap(({ path, errors, lineAt }) =>
    errors.slice(0, 1).map(({ message, labels: [label] }) => ({
      file: path,
      line: lineAt(label?.start ?? 0),
      rule: 'syntax',
      message,
    })),
  )
}

if (import.meta.main) {
  const project = readProject(process.cwd())
  const { files, median, ninetieth, largest } = measureSizes(project)
  console.error(
    `${files} source files, lines: median ${median}, nine in ten up to ${ninetieth}, largest ${largest}`,
  )
  conclude(`architecture (${project.modules.length} modules)`, checkArchitecture(project))
}
