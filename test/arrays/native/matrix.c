/* A class of matrices as addons have it: the cells are memory of its own, which no property shows. */
#include <node_api.h>
#include <stdlib.h>

typedef struct {
  int32_t rows, columns;
  double cells[];
} Matrix;

static napi_ref class_ref;

static void release(napi_env env, void* data, void* hint) { free(data); }

static Matrix* unwrap(napi_env env, napi_value value) {
  void* data = NULL;
  if (napi_unwrap(env, value, &data) != napi_ok) {
    napi_throw_type_error(env, NULL, "not a Matrix");
    return NULL;
  }
  return data;
}

static napi_value number(napi_env env, double value) {
  napi_value out;
  napi_create_double(env, value, &out);
  return out;
}

static napi_value make(napi_env env, int32_t rows, int32_t columns) {
  napi_value constructor, out, args[2] = {number(env, rows), number(env, columns)};
  napi_get_reference_value(env, class_ref, &constructor);
  return napi_new_instance(env, constructor, 2, args, &out) == napi_ok ? out : NULL;
}

static napi_value construct(napi_env env, napi_callback_info info) {
  size_t count = 2;
  napi_value args[2], self, target;
  int32_t rows = 0, columns = 0;
  napi_get_new_target(env, info, &target);
  if (target == NULL) {
    napi_throw_type_error(env, NULL, "Class constructor Matrix cannot be invoked without 'new'");
    return NULL;
  }
  napi_get_cb_info(env, info, &count, args, &self, NULL);
  napi_get_value_int32(env, args[0], &rows);
  napi_get_value_int32(env, args[1], &columns);
  Matrix* matrix = calloc(1, sizeof(Matrix) + sizeof(double) * rows * columns);
  matrix->rows = rows;
  matrix->columns = columns;
  napi_wrap(env, self, matrix, release, NULL, NULL);
  return self;
}

/* m.mul(k): a new matrix. */
static napi_value mul(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value args[1], self, out;
  double k = 0;
  napi_get_cb_info(env, info, &count, args, &self, NULL);
  Matrix* from = unwrap(env, self);
  if (from == NULL) return NULL;
  napi_get_value_double(env, args[0], &k);
  out = make(env, from->rows, from->columns);
  Matrix* to = unwrap(env, out);
  for (int32_t i = 0; i < from->rows * from->columns; i++) to->cells[i] = from->cells[i] * k;
  return out;
}

/* m.fill(x): in place. */
static napi_value fill(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value args[1], self;
  double x = 0;
  napi_get_cb_info(env, info, &count, args, &self, NULL);
  Matrix* matrix = unwrap(env, self);
  if (matrix == NULL) return NULL;
  napi_get_value_double(env, args[0], &x);
  for (int32_t i = 0; i < matrix->rows * matrix->columns; i++) matrix->cells[i] = x;
  return self;
}

/* m.cells(): a copy. */
static napi_value cells(napi_env env, napi_callback_info info) {
  napi_value self, buffer, out;
  void* data;
  napi_get_cb_info(env, info, NULL, NULL, &self, NULL);
  Matrix* matrix = unwrap(env, self);
  if (matrix == NULL) return NULL;
  size_t length = matrix->rows * matrix->columns;
  napi_create_arraybuffer(env, length * sizeof(double), &data, &buffer);
  for (size_t i = 0; i < length; i++) ((double*)data)[i] = matrix->cells[i];
  napi_create_typedarray(env, napi_float64_array, length, buffer, 0, &out);
  return out;
}

/* Matrix.zeros(n) */
static napi_value zeros(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value args[1];
  int32_t n = 0;
  napi_get_cb_info(env, info, &count, args, NULL, NULL);
  napi_get_value_int32(env, args[0], &n);
  return make(env, n, n);
}

/* split(m): { lower, upper }, and a matrix in between that nobody gets to see. */
static napi_value split(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value args[1], out;
  napi_get_cb_info(env, info, &count, args, NULL, NULL);
  Matrix* from = unwrap(env, args[0]);
  if (from == NULL) return NULL;
  make(env, from->rows, from->columns);
  napi_create_object(env, &out);
  napi_set_named_property(env, out, "lower", make(env, from->rows, from->columns));
  napi_set_named_property(env, out, "upper", make(env, from->rows, from->columns));
  return out;
}

NAPI_MODULE_INIT() {
  napi_value constructor, function;
  napi_property_descriptor members[] = {
      {"mul", NULL, mul, NULL, NULL, NULL, napi_default_method, NULL},
      {"fill", NULL, fill, NULL, NULL, NULL, napi_default_method, NULL},
      {"cells", NULL, cells, NULL, NULL, NULL, napi_default_method, NULL},
      {"zeros", NULL, zeros, NULL, NULL, NULL, napi_default_method | napi_static, NULL},
  };
  napi_define_class(env, "Matrix", NAPI_AUTO_LENGTH, construct, NULL, 4, members, &constructor);
  napi_create_reference(env, constructor, 1, &class_ref);
  napi_set_named_property(env, exports, "Matrix", constructor);
  napi_create_function(env, "split", NAPI_AUTO_LENGTH, split, NULL, &function);
  napi_set_named_property(env, exports, "split", function);
  return exports;
}
