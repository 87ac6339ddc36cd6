import { UNWATCHED, type Watch } from '../model.ts';
import { seededRandom } from '../random.ts';

/** A sparse matrix by rows: row r is indices[offsets[r]..offsets[r+1]) with its values. */
export interface SparseMatrix {
  offsets: Uint32Array;
  indices: Uint32Array;
  values: Float32Array | Float64Array;
  columns: number;
}

export interface SvdOptions {
  dimensions: number;
  /** Times that the sample is multiplied by the matrix and its transpose: the more, the nearer to the true vectors. */
  rounds: number;
  seed: number;
}

/**
 * The columns of a matrix as points, columns × dimensions: V·S of its truncated singular value decomposition, turned by some rotation,
 * so that dot products between points are those of the matrix's best approximation of this rank. By randomised subspace iteration
 * (Halko, Martinsson and Tropp 2011), made orthonormal in each round by the Cholesky factor of the Gram matrix. In time and memory
 * linear in the filled cells.
 */
export function columnPoints(matrix: SparseMatrix, options: SvdOptions, watch: Watch = UNWATCHED): Float32Array {
  const { dimensions } = options;
  const random = seededRandom(options.seed);
  let points = Float32Array.from({ length: matrix.columns * dimensions }, () => random() - 0.5);
  const rowPoints = new Float32Array((matrix.offsets.length - 1) * dimensions);
  for (let round = 0; round < options.rounds; round++) {
    watch.check();
    orthonormalise(points, dimensions);
    timesMatrix(matrix, points, rowPoints, dimensions);
    points = timesTranspose(matrix, rowPoints, dimensions);
  }
  orthonormalise(points, dimensions);
  timesMatrix(matrix, points, rowPoints, dimensions);
  return timesLower(points, cholesky(gram(rowPoints, dimensions), dimensions), dimensions);
}

function timesMatrix({ offsets, indices, values }: SparseMatrix, points: Float32Array, result: Float32Array, dimensions: number): void {
  result.fill(0);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const to = row * dimensions;
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      const from = (indices[entry] as number) * dimensions;
      const value = values[entry] as number;
      for (let axis = 0; axis < dimensions; axis++) result[to + axis]! += value * (points[from + axis] as number);
    }
  }
}

function timesTranspose({ offsets, indices, values, columns }: SparseMatrix, rowPoints: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(columns * dimensions);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const from = row * dimensions;
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      const to = (indices[entry] as number) * dimensions;
      const value = values[entry] as number;
      for (let axis = 0; axis < dimensions; axis++) result[to + axis]! += value * (rowPoints[from + axis] as number);
    }
  }
  return result;
}

/** Makes the columns of a tall matrix (rows × dimensions) orthonormal in place. */
function orthonormalise(points: Float32Array, dimensions: number): void {
  const lower = cholesky(gram(points, dimensions), dimensions);
  for (let row = 0; row < points.length; row += dimensions) {
    for (let axis = 0; axis < dimensions; axis++) {
      let value = points[row + axis] as number;
      for (let earlier = 0; earlier < axis; earlier++) value -= (lower[axis * dimensions + earlier] as number) * (points[row + earlier] as number);
      points[row + axis] = value / (lower[axis * dimensions + axis] as number);
    }
  }
}

/** Dot products between the columns of a tall matrix: dimensions × dimensions. */
function gram(points: Float32Array, dimensions: number): Float64Array {
  const products = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < points.length; row += dimensions) {
    for (let a = 0; a < dimensions; a++) {
      const value = points[row + a] as number;
      if (value === 0) continue;
      for (let b = 0; b <= a; b++) products[a * dimensions + b]! += value * (points[row + b] as number);
    }
  }
  return products;
}

/** The lower triangular factor; where the matrix has no full rank, the missing directions get a tiny length instead of none. */
function cholesky(products: Float64Array, dimensions: number): Float64Array {
  const lower = new Float64Array(dimensions * dimensions);
  let largest = 0;
  for (let axis = 0; axis < dimensions; axis++) largest = Math.max(largest, products[axis * dimensions + axis] as number);
  const least = Math.max(largest * 1e-12, 1e-30);
  for (let a = 0; a < dimensions; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = products[a * dimensions + b] as number;
      for (let k = 0; k < b; k++) sum -= (lower[a * dimensions + k] as number) * (lower[b * dimensions + k] as number);
      lower[a * dimensions + b] = a === b ? Math.sqrt(Math.max(sum, least)) : sum / (lower[b * dimensions + b] as number);
    }
  }
  return lower;
}

function timesLower(points: Float32Array, lower: Float64Array, dimensions: number): Float32Array {
  const result = new Float32Array(points.length);
  for (let row = 0; row < points.length; row += dimensions) {
    for (let axis = 0; axis < dimensions; axis++) {
      let sum = 0;
      for (let k = axis; k < dimensions; k++) sum += (points[row + k] as number) * (lower[k * dimensions + axis] as number);
      result[row + axis] = sum;
    }
  }
  return result;
}
