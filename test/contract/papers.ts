import { seededRandom } from '../../electron/engine/random.ts';

/** Eight papers in two groups and one apart, and a record that can't be read: JSON Lines, made up for the contract suite. */
export const TINY_PAPERS = `${[
  { id: 'lora', title: 'Low-rank adaptation of large language models', year: 2021, abstract: 'Fine-tuning all weights of large language models is costly. We propose low-rank adaptation (LoRA). LoRA adds small trainable matrices to frozen weights.', keywords: ['low-rank adaptation', 'fine-tuning'] },
  { id: 'qlora', title: 'Efficient fine-tuning of quantized language models', year: 2023, abstract: 'We combine quantization with low-rank adaptation. Large language models become small enough for one machine.', keywords: ['quantization'] },
  { id: 'adapters', title: 'Adapters for transfer learning', year: 2019, abstract: 'Adapter modules make fine-tuning of language models cheap. Low-rank adaptation is related.', keywords: [] },
  { id: 'init', title: 'Initialization of low-rank adaptation', year: 2024, abstract: 'We study the weight initialization of low-rank adaptation. Fine-tuning converges sooner.', keywords: ['weight initialization'] },
  { id: 'prune', title: 'Pruning neural networks at initialization', year: 2020, abstract: 'Network pruning removes weights of neural networks. The lottery ticket hypothesis says that sparse networks can be trained from scratch.', keywords: ['network pruning'] },
  { id: 'lottery', title: 'The lottery ticket hypothesis', year: 2019, abstract: 'Dense neural networks contain sparse networks that train well. Network pruning finds them.', keywords: ['network pruning', 'lottery ticket hypothesis'] },
  { id: 'sparse', title: 'Sparse training from scratch', year: 2021, abstract: 'We train sparse networks without network pruning. The lottery ticket hypothesis is tested on neural networks.', keywords: [] },
  { id: 'bread', title: 'Sourdough at home', year: 1999, abstract: 'Flour, water and salt are mixed and left overnight.', keywords: [] },
]
  .map((paper) => JSON.stringify(paper))
  .join('\n')}\n{"abstract":"a record without a title"}\n`;

const WORDS = 'neural network pruning quantization adapter transformer attention gradient descent initialization sparse dense language model layer weight training inference memory kernel'.split(' ');

/** Papers of random words, enough for an import to take a while. Seeded. */
export function manyPapers(count: number): string {
  const random = seededRandom(1);
  const words = (length: number) => Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  return Array.from({ length: count }, (_, index) => JSON.stringify({ id: `many-${index}`, title: `Paper ${index} on ${words(4)}`, abstract: `We study ${words(30)}. It is ${words(20)}.` })).join('\n');
}
