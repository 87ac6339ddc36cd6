import type { PathEnd, Selection } from '../../shared/settings.ts';
import type { MapIndex } from './map-index.ts';
import { counted } from './words.ts';

/** What is selected as a short name: a title, a label, “12 papers”. */
export function selectionName(selection: Selection, index: MapIndex): string {
  switch (selection.kind) {
    case 'paper':
      return titleOf(selection.id, index);
    case 'concept':
      return index.concepts.get(selection.id)?.label ?? 'Concept';
    case 'topic':
      return topicName(selection.id, index);
    case 'papers':
      return counted(selection.ids.length, 'paper');
    case 'link':
      return `${titleOf(selection.source, index)} – ${titleOf(selection.target, index)}`;
    case 'compare':
      return selection.topics.map((id) => topicName(id, index)).join(' – ');
    case 'path':
      return `${endName(selection.from, index)} – ${endName(selection.to, index)}`;
    default:
      return '';
  }
}

/** What is selected as a sentence to be read out: “Paper: LoRA, 2021, topic Fine-tuning, 12 related papers”. */
export function selectionInWords(selection: Selection, index: MapIndex): string {
  const name = selectionName(selection, index);
  switch (selection.kind) {
    case 'paper': {
      const paper = index.papers.get(selection.id);
      const topic = paper?.topic ? `topic ${topicName(paper.topic, index)}` : 'not in a topic';
      return `Paper: ${[name, paper?.year, topic, counted(index.related(selection.id).length, 'related paper')].filter((part) => part !== undefined).join(', ')}`;
    }
    case 'concept':
      return `Concept: ${name}, ${counted(index.concepts.get(selection.id)?.papers ?? 0, 'paper')}`;
    case 'topic': {
      const topic = index.topics.get(selection.id);
      return `${topic?.parent === undefined ? 'Topic' : 'Sub-topic'}: ${name}, ${counted(topic?.papers ?? 0, 'paper')}`;
    }
    case 'papers':
      return `${name} selected`;
    case 'link':
      return `Link between ${titleOf(selection.source, index)} and ${titleOf(selection.target, index)}`;
    case 'compare':
      return `Topics compared: ${selection.topics.map((id) => topicName(id, index)).join(' and ')}`;
    case 'path':
      return `Path from ${endName(selection.from, index)} to ${endName(selection.to, index)}`;
    default:
      return name;
  }
}

function titleOf(paper: string, index: MapIndex): string {
  return index.papers.get(paper)?.title ?? 'Paper';
}

function topicName(topic: string, index: MapIndex): string {
  return index.topics.get(topic)?.label ?? 'Topic';
}

function endName(end: PathEnd, index: MapIndex): string {
  return end.kind === 'paper' ? titleOf(end.id, index) : topicName(end.id, index);
}
