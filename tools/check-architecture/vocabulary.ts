import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { isInFolders, type Project } from '../project/project.ts'
import {
  featureFiles,
  featureFolders,
  isSubject,
  isView,
  kindOfFile,
  placeInFeature,
  refusedWords,
  sqlFileKind,
} from './layout.ts'

const namedFolders = ['src', 'islands', 'tools', 'test', 'bench']
const filledFolders = [...namedFolders, 'docs', 'migrations']

/** Files and folders carry the words of the house, features are made of its closed vocabulary, nothing is empty. */
export function checkVocabulary(project: Project): Finding[] {
  return [...names(project), ...empties(project), ...featureParts(project), ...featureMusts(project)]
}

function names(project: Project): Finding[] {
  const paths = project.files.filter((path) => isInFolders(path, namedFolders))
  return paths.flatMap((path) => {
    const parts = path.split('/').slice(1)
    const refused = refusedWords.find((word) =>
      parts.some((part) => part.toLowerCase().split(/[-_.]/).includes(word)),
    )
    const loose = parts.find((part) => !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(part))
    return [
      ...(refused
        ? [at(path, 'refused-name', `"${refused}" names no noun: say what the file is about`)]
        : []),
      ...(loose && !/\.md$/.test(loose) ? [at(path, 'kebab-case', `${loose} is not in kebab-case`)] : []),
    ]
  })
}

function empties(project: Project): Finding[] {
  const files = project.files.filter(
    (path) => isInFolders(path, filledFolders) && project.text(path).trim() === '',
  )
  const folders = project.emptyFolders.filter((path) => isInFolders(`${path}/`, filledFolders))
  return [...files, ...folders].map((path) => at(path, 'empty', 'nothing is created empty'))
}

function featureParts(project: Project): Finding[] {
  return project.files.flatMap((path) => {
    const place = placeInFeature(path)
    if (place === null) return []
    const { folder, file } = place
    if (folder !== null) {
      const allowed = featureFolders[folder]
      if (allowed?.test(file)) return []
      return [
        at(path, 'vocabulary', `${folder}/ takes no such file (${allowed ?? 'nothing is nested in it'})`),
      ]
    }
    if (featureFiles.includes(kindOfFile(file)) || sqlFileKind(file) !== null || /\.test\.tsx?$/.test(file))
      return []
    if (isSubject(place) || isView(place)) return []
    return [at(path, 'vocabulary', `${file} is in no list of what a feature is made of`)]
  })
}

function featureMusts(project: Project): Finding[] {
  const features = new Set(project.files.flatMap((path) => placeInFeature(path)?.feature ?? []))
  return [...features].flatMap((feature) =>
    ['README.md', 'index.ts']
      .map((file) => `src/features/${feature}/${file}`)
      .filter((path) => !project.isFile(path))
      .map((path) => at(path, 'vocabulary', `the feature ${feature} has no ${posix.basename(path)}`)),
  )
}

const at = (file: string, rule: string, message: string): Finding => ({ file, line: 1, rule, message })
