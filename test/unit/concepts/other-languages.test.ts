import { describe, expect, test } from 'vitest';
import { conceptById, conceptsOf, labelsIn, mentionsOf, paper } from './papers.ts';

describe('papers in other languages', () => {
  const found = conceptsOf([
    paper('Stochastische Differentialgleichungen mit Sprüngen', 'Wir untersuchen stochastische Differentialgleichungen mit Sprüngen. Es wird gezeigt, dass die Lösung einer stochastischen Differentialgleichung unter schwachen Bedingungen eindeutig ist.'),
    paper('Numerik der Finanzmathematik', 'Diese Arbeit behandelt numerische Verfahren der Finanzmathematik, insbesondere für stochastische Differentialgleichungen.'),
    paper('Sur les réseaux bayésiens', 'Nous étudions les réseaux bayésiens et nous montrons que l’apprentissage des réseaux bayésiens est difficile dans le cas des variables cachées.'),
    paper('Redes neuronales para la detección de fraude', 'En este trabajo se presenta un método basado en redes neuronales para la detección de fraude. Los resultados muestran que las redes neuronales son útiles.'),
    paper('深度学习在医学图像分割中的应用', '本文研究了深度学习在医学图像分割中的应用。我们提出了一种医学图像分割方法。'),
    paper('機械学習による画像認識', '本論文では、機械学習を用いた画像認識の手法を提案する。画像認識の精度は高い。'),
    paper('Problemas com modelagem algébrica: três exemplos para semestres iniciais', 'We describe an algebraic approach to programming practice. Students like programming practice.'),
  ]);

  test('German papers share what both write, as nouns are written', () => {
    expect(conceptById(found, 'stochastische-differentialgleichungen')).toMatchObject({ label: 'stochastische Differentialgleichungen', papers: 2 });
  });

  test('a French, Spanish, Chinese or Japanese paper has the terms that recur in it', () => {
    expect(labelsIn(found, 'Sur les réseaux bayésiens')).toContain('réseaux bayésiens');
    expect(labelsIn(found, 'Redes neuronales para la detección de fraude')).toContain('redes neuronales');
    expect(labelsIn(found, '深度学习在医学图像分割中的应用')).toEqual(expect.arrayContaining(['深度学习', '医学图像分割']));
    expect(labelsIn(found, '機械学習による画像認識')).toEqual(expect.arrayContaining(['機械学習', '画像認識']));
  });

  test('no concept has an article, a preposition or a verb of abstracts in it', () => {
    const words = found.index.concepts.flatMap(({ label }) => label.toLowerCase().split(' '));
    for (const word of ['der', 'die', 'wir', 'mit', 'les', 'nous', 'des', 'que', 'est', 'las', 'para', 'una', 'se', 'com', 'três', '的', '了', 'の', '本文', 'untersuchen', 'montrons', 'muestran']) expect(words).not.toContain(word);
  });

  test('a title in another language over an English abstract gives nothing, the abstract does', () => {
    expect(labelsIn(found, 'Problemas com modelagem algébrica: três exemplos para semestres iniciais').sort()).toEqual(['algebraic approach', 'programming practice']);
  });

  test('mentions in Chinese stand where they are written', () => {
    expect(mentionsOf(found, '深度学习在医学图像分割中的应用').filter(({ text }) => text === '深度学习')).toHaveLength(2);
  });

  test('an English text with a foreign name or two stays English', () => {
    const english = conceptsOf([paper('The El Niño effect on coffee prices', 'Coffee prices follow the El Niño effect of de Moor and van der Berg.')]);
    expect(labelsIn(english, 'The El Niño effect on coffee prices')).toContain('coffee prices');
  });
});

describe('unusual papers', () => {
  test('a withdrawn paper has the concepts of its title, none of why it was withdrawn', () => {
    const found = conceptsOf([paper('Rational points on elliptic curves', 'This paper has been withdrawn by the author due to a crucial error in the proof of the main inequality.')]);
    expect(labelsIn(found, 'Rational points on elliptic curves').sort()).toEqual(['elliptic curves', 'rational points']);
  });

  test('a title in capitals is shown in normal case', () => {
    const found = conceptsOf([paper('ROBUST KALMAN FILTERING OF NONLINEAR SYSTEMS'), paper('Filters', 'We use a Kalman filter. The second Kalman filter is old.')]);
    expect(labelsIn(found, 'ROBUST KALMAN FILTERING OF NONLINEAR SYSTEMS').sort()).toEqual(['nonlinear systems', 'robust Kalman filtering']);
  });

  test('a title alone gives its concepts', () => {
    expect(labelsIn(conceptsOf([paper('Deep residual learning for image recognition')]), 'Deep residual learning for image recognition').sort()).toEqual(['deep residual learning', 'image recognition']);
  });

  test('an abstract of one sentence gives its concepts', () => {
    expect(labelsIn(conceptsOf([paper('Note', 'We prove a sharp inequality for harmonic measures.')]), 'Note')).toContain('harmonic measures');
  });

  test('variables of formulas are no concepts', () => {
    const found = conceptsOf([paper('Groups', 'Let pᵢ and pⱼ be primes, x_i ∈ ℝ, and f(x) = a_n xⁿ. The order pᵢpⱼ of a finite group Aₙ is fixed. A finite group with αᵢ is cyclic.')]);
    expect(labelsIn(found, 'Groups')).toContain('finite group');
    expect(labelsIn(found, 'Groups').join(' ')).not.toMatch(/[ᵢⱼₙ_=]/);
  });
});
