// The last use of two arrays of one site, in as many ways as there are: each pair of lines is one.
let z, k = 0; const b0 = [0], o = { m() { return this.q[0] } }, m = new Map(), w = new WeakSet ? new WeakMap() : 0;
const id = (x) => x; function f(x) { return x; } function F(x) { this.x = x; }
const Promise_ = id; function arguments_() { return arguments[0][0]; }
const s1 = []; for (let i = 0; i < 2; i++) s1.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s1[i]; try { a[0]; } catch (e) {} }
const s2 = []; for (let i = 0; i < 2; i++) s2.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s2[i]; try { a.length; } catch (e) {} }
const s3 = []; for (let i = 0; i < 2; i++) s3.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s3[i]; try { a?.[0]; } catch (e) {} }
const s4 = []; for (let i = 0; i < 2; i++) s4.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s4[i]; try { a?.length; } catch (e) {} }
const s5 = []; for (let i = 0; i < 2; i++) s5.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s5[i]; try { a[0]++; } catch (e) {} }
const s6 = []; for (let i = 0; i < 2; i++) s6.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s6[i]; try { --a[0]; } catch (e) {} }
const s7 = []; for (let i = 0; i < 2; i++) s7.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s7[i]; try { a[0] += 1; } catch (e) {} }
const s8 = []; for (let i = 0; i < 2; i++) s8.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s8[i]; try { a[0] **= 2; } catch (e) {} }
const s9 = []; for (let i = 0; i < 2; i++) s9.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s9[i]; try { a[1] ??= 2; } catch (e) {} }
const s10 = []; for (let i = 0; i < 2; i++) s10.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s10[i]; try { a[0] ||= 2; } catch (e) {} }
const s11 = []; for (let i = 0; i < 2; i++) s11.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s11[i]; try { a[0] &&= 3; } catch (e) {} }
const s12 = []; for (let i = 0; i < 2; i++) s12.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s12[i]; try { a.x ??= 1; } catch (e) {} }
const s13 = []; for (let i = 0; i < 2; i++) s13.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s13[i]; try { a.length = 0; } catch (e) {} }
const s14 = []; for (let i = 0; i < 2; i++) s14.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s14[i]; try { a.length--; } catch (e) {} }
const s15 = []; for (let i = 0; i < 2; i++) s15.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s15[i]; try { delete a[0]; } catch (e) {} }
const s16 = []; for (let i = 0; i < 2; i++) s16.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s16[i]; try { 0 in a; } catch (e) {} }
const s17 = []; for (let i = 0; i < 2; i++) s17.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s17[i]; try { 'x' in a; } catch (e) {} }
const s18 = []; for (let i = 0; i < 2; i++) s18.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s18[i]; try { k in a; } catch (e) {} }
const s19 = []; for (let i = 0; i < 2; i++) s19.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s19[i]; try { a === b0; } catch (e) {} }
const s20 = []; for (let i = 0; i < 2; i++) s20.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s20[i]; try { a !== b0; } catch (e) {} }
const s21 = []; for (let i = 0; i < 2; i++) s21.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s21[i]; try { a == null; } catch (e) {} }
const s22 = []; for (let i = 0; i < 2; i++) s22.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s22[i]; try { a == b0; } catch (e) {} }
const s23 = []; for (let i = 0; i < 2; i++) s23.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s23[i]; try { a < 1; } catch (e) {} }
const s24 = []; for (let i = 0; i < 2; i++) s24.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s24[i]; try { a + ''; } catch (e) {} }
const s25 = []; for (let i = 0; i < 2; i++) s25.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s25[i]; try { `${a}`; } catch (e) {} }
const s26 = []; for (let i = 0; i < 2; i++) s26.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s26[i]; try { -a; } catch (e) {} }
const s27 = []; for (let i = 0; i < 2; i++) s27.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s27[i]; try { a * 2; } catch (e) {} }
const s28 = []; for (let i = 0; i < 2; i++) s28.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s28[i]; try { a | 0; } catch (e) {} }
const s29 = []; for (let i = 0; i < 2; i++) s29.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s29[i]; try { +a; } catch (e) {} }
const s30 = []; for (let i = 0; i < 2; i++) s30.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s30[i]; try { [...a]; } catch (e) {} }
const s31 = []; for (let i = 0; i < 2; i++) s31.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s31[i]; try { f(...a); } catch (e) {} }
const s32 = []; for (let i = 0; i < 2; i++) s32.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s32[i]; try { new F(...a); } catch (e) {} }
const s33 = []; for (let i = 0; i < 2; i++) s33.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s33[i]; try { f(a); } catch (e) {} }
const s34 = []; for (let i = 0; i < 2; i++) s34.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s34[i]; try { f?.(a); } catch (e) {} }
const s35 = []; for (let i = 0; i < 2; i++) s35.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s35[i]; try { a.map?.(id); } catch (e) {} }
const s36 = []; for (let i = 0; i < 2; i++) s36.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s36[i]; try { a?.map(id); } catch (e) {} }
const s37 = []; for (let i = 0; i < 2; i++) s37.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s37[i]; try { (a).map(id); } catch (e) {} }
const s38 = []; for (let i = 0; i < 2; i++) s38.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s38[i]; try { a['map'](id); } catch (e) {} }
const s39 = []; for (let i = 0; i < 2; i++) s39.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s39[i]; try { a.map.call(a, id); } catch (e) {} }
const s40 = []; for (let i = 0; i < 2; i++) s40.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s40[i]; try { Array.prototype.map.call(a, id); } catch (e) {} }
const s41 = []; for (let i = 0; i < 2; i++) s41.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s41[i]; try { a.slice(); } catch (e) {} }
const s42 = []; for (let i = 0; i < 2; i++) s42.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s42[i]; try { const [x] = a; } catch (e) {} }
const s43 = []; for (let i = 0; i < 2; i++) s43.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s43[i]; try { let [x, ...y] = a; } catch (e) {} }
const s44 = []; for (let i = 0; i < 2; i++) s44.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s44[i]; try { let [x = [1]] = a; } catch (e) {} }
const s45 = []; for (let i = 0; i < 2; i++) s45.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s45[i]; try { const { length } = a; } catch (e) {} }
const s46 = []; for (let i = 0; i < 2; i++) s46.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s46[i]; try { const { 0: x } = a; } catch (e) {} }
const s47 = []; for (let i = 0; i < 2; i++) s47.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s47[i]; try { const { 0: x, ...r } = a; } catch (e) {} }
const s48 = []; for (let i = 0; i < 2; i++) s48.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s48[i]; try { [z] = a; } catch (e) {} }
const s49 = []; for (let i = 0; i < 2; i++) s49.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s49[i]; try { ({ 0: z } = a); } catch (e) {} }
const s50 = []; for (let i = 0; i < 2; i++) s50.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s50[i]; try { [o.p] = a; } catch (e) {} }
const s51 = []; for (let i = 0; i < 2; i++) s51.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s51[i]; try { [z = f()] = a; } catch (e) {} }
const s52 = []; for (let i = 0; i < 2; i++) s52.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s52[i]; try { for (const x of a) z = x; } catch (e) {} }
const s53 = []; for (let i = 0; i < 2; i++) s53.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s53[i]; try { for (const x in a) z = x; } catch (e) {} }
const s54 = []; for (let i = 0; i < 2; i++) s54.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s54[i]; try { for (z of a);; } catch (e) {} }
const s55 = []; for (let i = 0; i < 2; i++) s55.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s55[i]; try { for (o.p of a);; } catch (e) {} }
const s56 = []; for (let i = 0; i < 2; i++) s56.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s56[i]; try { for (const [x] of [a]) z = x; } catch (e) {} }
const s57 = []; for (let i = 0; i < 2; i++) s57.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s57[i]; try { for (z of a) break; } catch (e) {} }
const s58 = []; for (let i = 0; i < 2; i++) s58.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s58[i]; try { for (z of a) { if (z) continue; }; } catch (e) {} }
const s59 = []; for (let i = 0; i < 2; i++) s59.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s59[i]; try { switch (a) { case b0: z = 1 }; } catch (e) {} }
const s60 = []; for (let i = 0; i < 2; i++) s60.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s60[i]; try { switch (1) { case a[0]: z = 1 }; } catch (e) {} }
const s61 = []; for (let i = 0; i < 2; i++) s61.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s61[i]; try { if (a[0]) z = 1; } catch (e) {} }
const s62 = []; for (let i = 0; i < 2; i++) s62.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s62[i]; try { a[0] ? 1 : 2; } catch (e) {} }
const s63 = []; for (let i = 0; i < 2; i++) s63.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s63[i]; try { a[0] && 1; } catch (e) {} }
const s64 = []; for (let i = 0; i < 2; i++) s64.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s64[i]; try { a[0] || 1; } catch (e) {} }
const s65 = []; for (let i = 0; i < 2; i++) s65.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s65[i]; try { a[0] ?? 1; } catch (e) {} }
const s66 = []; for (let i = 0; i < 2; i++) s66.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s66[i]; try { while (a.pop()) z = 1; } catch (e) {} }
const s67 = []; for (let i = 0; i < 2; i++) s67.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s67[i]; try { do { a.shift() } while (a.length); } catch (e) {} }
const s68 = []; for (let i = 0; i < 2; i++) s68.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s68[i]; try { for (let i = 0; i < a.length; i++) z = a[i]; } catch (e) {} }
const s69 = []; for (let i = 0; i < 2; i++) s69.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s69[i]; try { for (let i = a.length; i--;) z = a[i]; } catch (e) {} }
const s70 = []; for (let i = 0; i < 2; i++) s70.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s70[i]; try { try { a[0]() } catch {}; } catch (e) {} }
const s71 = []; for (let i = 0; i < 2; i++) s71.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s71[i]; try { try { throw a[0] } catch (e) { z = e }; } catch (e) {} }
const s72 = []; for (let i = 0; i < 2; i++) s72.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s72[i]; try { try { null.x } catch { a[0] } finally { z = 1 }; } catch (e) {} }
const s73 = []; for (let i = 0; i < 2; i++) s73.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s73[i]; try { try {} finally { a[0] }; } catch (e) {} }
const s74 = []; for (let i = 0; i < 2; i++) s74.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s74[i]; try { JSON.stringify(a); } catch (e) {} }
const s75 = []; for (let i = 0; i < 2; i++) s75.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s75[i]; try { String(a); } catch (e) {} }
const s76 = []; for (let i = 0; i < 2; i++) s76.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s76[i]; try { Object.keys(a); } catch (e) {} }
const s77 = []; for (let i = 0; i < 2; i++) s77.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s77[i]; try { Object.entries(a); } catch (e) {} }
const s78 = []; for (let i = 0; i < 2; i++) s78.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s78[i]; try { Object.values(a); } catch (e) {} }
const s79 = []; for (let i = 0; i < 2; i++) s79.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s79[i]; try { Object.assign({}, a); } catch (e) {} }
const s80 = []; for (let i = 0; i < 2; i++) s80.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s80[i]; try { ({ ...a }); } catch (e) {} }
const s81 = []; for (let i = 0; i < 2; i++) s81.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s81[i]; try { Math.max(...a); } catch (e) {} }
const s82 = []; for (let i = 0; i < 2; i++) s82.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s82[i]; try { Math.max.apply(null, a); } catch (e) {} }
const s83 = []; for (let i = 0; i < 2; i++) s83.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s83[i]; try { Reflect.apply(f, null, a); } catch (e) {} }
const s84 = []; for (let i = 0; i < 2; i++) s84.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s84[i]; try { Reflect.get(a, 0); } catch (e) {} }
const s85 = []; for (let i = 0; i < 2; i++) s85.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s85[i]; try { Reflect.set(a, 0, 1); } catch (e) {} }
const s86 = []; for (let i = 0; i < 2; i++) s86.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s86[i]; try { Reflect.has(a, 0); } catch (e) {} }
const s87 = []; for (let i = 0; i < 2; i++) s87.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s87[i]; try { Reflect.ownKeys(a); } catch (e) {} }
const s88 = []; for (let i = 0; i < 2; i++) s88.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s88[i]; try { Object.getOwnPropertyNames(a); } catch (e) {} }
const s90 = []; for (let i = 0; i < 2; i++) s90.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s90[i]; try { a.includes(1); } catch (e) {} }
const s91 = []; for (let i = 0; i < 2; i++) s91.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s91[i]; try { a.indexOf(1); } catch (e) {} }
const s92 = []; for (let i = 0; i < 2; i++) s92.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s92[i]; try { [a].includes(a); } catch (e) {} }
const s93 = []; for (let i = 0; i < 2; i++) s93.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s93[i]; try { [b0].indexOf(a); } catch (e) {} }
const s94 = []; for (let i = 0; i < 2; i++) s94.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s94[i]; try { new Set(a); } catch (e) {} }
const s95 = []; for (let i = 0; i < 2; i++) s95.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s95[i]; try { new Set([a]).has(a); } catch (e) {} }
const s96 = []; for (let i = 0; i < 2; i++) s96.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s96[i]; try { m.set(a, 1); } catch (e) {} }
const s97 = []; for (let i = 0; i < 2; i++) s97.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s97[i]; try { m.get(a); } catch (e) {} }
const s98 = []; for (let i = 0; i < 2; i++) s98.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s98[i]; try { m.has(a); } catch (e) {} }
const s99 = []; for (let i = 0; i < 2; i++) s99.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s99[i]; try { m.delete(a); } catch (e) {} }
const s102 = []; for (let i = 0; i < 2; i++) s102.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s102[i]; try { a.push(1); } catch (e) {} }
const s103 = []; for (let i = 0; i < 2; i++) s103.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s103[i]; try { a.pop(); } catch (e) {} }
const s104 = []; for (let i = 0; i < 2; i++) s104.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s104[i]; try { a.sort(); } catch (e) {} }
const s105 = []; for (let i = 0; i < 2; i++) s105.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s105[i]; try { a.reverse(); } catch (e) {} }
const s106 = []; for (let i = 0; i < 2; i++) s106.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s106[i]; try { a.concat(b0); } catch (e) {} }
const s107 = []; for (let i = 0; i < 2; i++) s107.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s107[i]; try { b0.concat(a); } catch (e) {} }
const s108 = []; for (let i = 0; i < 2; i++) s108.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s108[i]; try { a.join(); } catch (e) {} }
const s109 = []; for (let i = 0; i < 2; i++) s109.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s109[i]; try { a.at(0); } catch (e) {} }
const s110 = []; for (let i = 0; i < 2; i++) s110.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s110[i]; try { a.fill(0); } catch (e) {} }
const s111 = []; for (let i = 0; i < 2; i++) s111.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s111[i]; try { a.forEach(id); } catch (e) {} }
const s112 = []; for (let i = 0; i < 2; i++) s112.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s112[i]; try { a.some(id); } catch (e) {} }
const s113 = []; for (let i = 0; i < 2; i++) s113.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s113[i]; try { a.reduce((p, q) => p); } catch (e) {} }
const s114 = []; for (let i = 0; i < 2; i++) s114.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s114[i]; try { a.flat(); } catch (e) {} }
const s115 = []; for (let i = 0; i < 2; i++) s115.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s115[i]; try { [[a]].flat(2); } catch (e) {} }
const s116 = []; for (let i = 0; i < 2; i++) s116.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s116[i]; try { a.entries().next(); } catch (e) {} }
const s117 = []; for (let i = 0; i < 2; i++) s117.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s117[i]; try { a.keys().next(); } catch (e) {} }
const s118 = []; for (let i = 0; i < 2; i++) s118.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s118[i]; try { a[Symbol.iterator]().next(); } catch (e) {} }
const s119 = []; for (let i = 0; i < 2; i++) s119.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s119[i]; try { [...a.entries()]; } catch (e) {} }
const s120 = []; for (let i = 0; i < 2; i++) s120.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s120[i]; try { a.toString(); } catch (e) {} }
const s121 = []; for (let i = 0; i < 2; i++) s121.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s121[i]; try { a.valueOf()[0]; } catch (e) {} }
const s122 = []; for (let i = 0; i < 2; i++) s122.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s122[i]; try { a.hasOwnProperty(0); } catch (e) {} }
const s123 = []; for (let i = 0; i < 2; i++) s123.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s123[i]; try { Object.hasOwn(a, 0); } catch (e) {} }
const s124 = []; for (let i = 0; i < 2; i++) s124.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s124[i]; try { Object.freeze(a); } catch (e) {} }
const s125 = []; for (let i = 0; i < 2; i++) s125.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s125[i]; try { Object.isFrozen(a); } catch (e) {} }
const s126 = []; for (let i = 0; i < 2; i++) s126.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s126[i]; try { Array.from(a); } catch (e) {} }
const s127 = []; for (let i = 0; i < 2; i++) s127.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s127[i]; try { Array.from(a, id); } catch (e) {} }
const s129 = []; for (let i = 0; i < 2; i++) s129.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s129[i]; try { a.constructor; } catch (e) {} }
const s130 = []; for (let i = 0; i < 2; i++) s130.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s130[i]; try { a.__proto__; } catch (e) {} }
const s131 = []; for (let i = 0; i < 2; i++) s131.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s131[i]; try { Object.getPrototypeOf(a); } catch (e) {} }
const s132 = []; for (let i = 0; i < 2; i++) s132.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s132[i]; try { a instanceof Array; } catch (e) {} }
const s133 = []; for (let i = 0; i < 2; i++) s133.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s133[i]; try { Array.isArray(a) && a[0]; } catch (e) {} }
const s134 = []; for (let i = 0; i < 2; i++) s134.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s134[i]; try { typeof a; } catch (e) {} }
const s135 = []; for (let i = 0; i < 2; i++) s135.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s135[i]; try { void a; } catch (e) {} }
const s136 = []; for (let i = 0; i < 2; i++) s136.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s136[i]; try { !a; } catch (e) {} }
const s137 = []; for (let i = 0; i < 2; i++) s137.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s137[i]; try { (0, a)[0]; } catch (e) {} }
const s138 = []; for (let i = 0; i < 2; i++) s138.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s138[i]; try { (z = a)[0]; } catch (e) {} }
const s139 = []; for (let i = 0; i < 2; i++) s139.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s139[i]; try { (a)[0]; } catch (e) {} }
const s140 = []; for (let i = 0; i < 2; i++) s140.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s140[i]; try { id(a)[0]; } catch (e) {} }
const s141 = []; for (let i = 0; i < 2; i++) s141.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s141[i]; try { (() => a)()[0]; } catch (e) {} }
const s142 = []; for (let i = 0; i < 2; i++) s142.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s142[i]; try { (() => a[0])(); } catch (e) {} }
const s143 = []; for (let i = 0; i < 2; i++) s143.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s143[i]; try { (function () { return a[0] })(); } catch (e) {} }
const s144 = []; for (let i = 0; i < 2; i++) s144.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s144[i]; try { (function () { return this[0] }).call(a); } catch (e) {} }
const s145 = []; for (let i = 0; i < 2; i++) s145.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s145[i]; try { (({ 0: x }) => x)(a); } catch (e) {} }
const s146 = []; for (let i = 0; i < 2; i++) s146.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s146[i]; try { (([x]) => x)(a); } catch (e) {} }
const s147 = []; for (let i = 0; i < 2; i++) s147.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s147[i]; try { ((...x) => x[0])(...a); } catch (e) {} }
const s148 = []; for (let i = 0; i < 2; i++) s148.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s148[i]; try { ((x = a[0]) => x)(); } catch (e) {} }
const s149 = []; for (let i = 0; i < 2; i++) s149.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s149[i]; try { ((x, y = x[0]) => y)(a); } catch (e) {} }
const s150 = []; for (let i = 0; i < 2; i++) s150.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s150[i]; try { [a][0][0]; } catch (e) {} }
const s151 = []; for (let i = 0; i < 2; i++) s151.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s151[i]; try { ({ a }).a[0]; } catch (e) {} }
const s152 = []; for (let i = 0; i < 2; i++) s152.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s152[i]; try { ({ a: [z] } = { a }); } catch (e) {} }
const s154 = []; for (let i = 0; i < 2; i++) s154.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s154[i]; try { const { q: [x] } = { q: a }; } catch (e) {} }
const s156 = []; for (let i = 0; i < 2; i++) s156.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s156[i]; try { function g() { return a[0] } g(); } catch (e) {} }
const s157 = []; for (let i = 0; i < 2; i++) s157.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s157[i]; try { class C { static x = a[0] }; } catch (e) {} }
const s158 = []; for (let i = 0; i < 2; i++) s158.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s158[i]; try { class C { static { a[0] } }; } catch (e) {} }
const s159 = []; for (let i = 0; i < 2; i++) s159.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s159[i]; try { class C { x = a[0] } new C(); } catch (e) {} }
const s160 = []; for (let i = 0; i < 2; i++) s160.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s160[i]; try { class C { [a[0]]() {} }; } catch (e) {} }
const s161 = []; for (let i = 0; i < 2; i++) s161.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s161[i]; try { class C extends (a[0], Object) {}; } catch (e) {} }
const s162 = []; for (let i = 0; i < 2; i++) s162.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s162[i]; try { class C { get g() { return a[0] } } new C().g; } catch (e) {} }
const s163 = []; for (let i = 0; i < 2; i++) s163.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s163[i]; try { ({ get g() { return a[0] } }).g; } catch (e) {} }
const s164 = []; for (let i = 0; i < 2; i++) s164.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s164[i]; try { ({ [a[0]]: 1 }); } catch (e) {} }
const s165 = []; for (let i = 0; i < 2; i++) s165.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s165[i]; try { eval('a[0]'); } catch (e) {} }
const s166 = []; for (let i = 0; i < 2; i++) s166.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s166[i]; try { new Function('q', 'return q[0]')(a); } catch (e) {} }
const s167 = []; for (let i = 0; i < 2; i++) s167.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s167[i]; try { (0, eval)('(q) => q[0]')(a); } catch (e) {} }
const s170 = []; for (let i = 0; i < 2; i++) s170.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s170[i]; try { a.at?.(0); } catch (e) {} }
const s171 = []; for (let i = 0; i < 2; i++) s171.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s171[i]; try { a[f()]; } catch (e) {} }
const s172 = []; for (let i = 0; i < 2; i++) s172.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s172[i]; try { a[f([1])[0]]; } catch (e) {} }
const s173 = []; for (let i = 0; i < 2; i++) s173.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s173[i]; try { a[k] = f([1]); } catch (e) {} }
const s174 = []; for (let i = 0; i < 2; i++) s174.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s174[i]; try { a[k] = [1]; } catch (e) {} }
const s175 = []; for (let i = 0; i < 2; i++) s175.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s175[i]; try { a[k] += f([1]).length; } catch (e) {} }
const s176 = []; for (let i = 0; i < 2; i++) s176.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s176[i]; try { a[0] = a[1] = f([1]); } catch (e) {} }
const s177 = []; for (let i = 0; i < 2; i++) s177.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s177[i]; try { [a[0], a[1]] = [1, 2]; } catch (e) {} }
const s178 = []; for (let i = 0; i < 2; i++) s178.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s178[i]; try { [a[0]] = f([1]); } catch (e) {} }
const s179 = []; for (let i = 0; i < 2; i++) s179.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s179[i]; try { ({ x: a[0] } = f({ x: [1] })); } catch (e) {} }
const s180 = []; for (let i = 0; i < 2; i++) s180.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s180[i]; try { for (a[0] of [1, 2]);; } catch (e) {} }
const s181 = []; for (let i = 0; i < 2; i++) s181.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s181[i]; try { for (a[0] in { x: 1 });; } catch (e) {} }
const s182 = []; for (let i = 0; i < 2; i++) s182.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s182[i]; try { [...f(a)]; } catch (e) {} }
const s183 = []; for (let i = 0; i < 2; i++) s183.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s183[i]; try { f(a)[0]; } catch (e) {} }
const s184 = []; for (let i = 0; i < 2; i++) s184.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s184[i]; try { f(f(a))[0]; } catch (e) {} }
const s185 = []; for (let i = 0; i < 2; i++) s185.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s185[i]; try { f([a])[0][0]; } catch (e) {} }
const s186 = []; for (let i = 0; i < 2; i++) s186.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s186[i]; try { o.q = a, o.q[0]; } catch (e) {} }
const s187 = []; for (let i = 0; i < 2; i++) s187.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s187[i]; try { o.q = a, o['q'][0]; } catch (e) {} }
const s188 = []; for (let i = 0; i < 2; i++) s188.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s188[i]; try { o.q = a, delete o.q[0]; } catch (e) {} }
const s189 = []; for (let i = 0; i < 2; i++) s189.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s189[i]; try { o.q = a, o.q?.[0]; } catch (e) {} }
const s190 = []; for (let i = 0; i < 2; i++) s190.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s190[i]; try { o.q = a, ({ q: [z] } = o); } catch (e) {} }
const s191 = []; for (let i = 0; i < 2; i++) s191.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s191[i]; try { o.q = a, o.q.map(id); } catch (e) {} }
const s192 = []; for (let i = 0; i < 2; i++) s192.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s192[i]; try { o.q = a, o.m(); } catch (e) {} }
const s193 = []; for (let i = 0; i < 2; i++) s193.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s193[i]; try { (function* () { yield a[0] })().next(); } catch (e) {} }
const s194 = []; for (let i = 0; i < 2; i++) s194.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s194[i]; try { (function* () { yield* a })().next(); } catch (e) {} }
const s195 = []; for (let i = 0; i < 2; i++) s195.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s195[i]; try { (function* () { const x = yield; x[0] })(), (() => { const g = (function* () { const x = yield; x[0] })(); g.next(); g.next(a) })(); } catch (e) {} }
const s196 = []; for (let i = 0; i < 2; i++) s196.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s196[i]; try { [...(function* () { yield* a })()]; } catch (e) {} }
const s197 = []; for (let i = 0; i < 2; i++) s197.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s197[i]; try { (() => { for (const x of (function* () { try { yield 1 } finally { a[0] } })()) break })(); } catch (e) {} }
const s198 = []; for (let i = 0; i < 2; i++) s198.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s198[i]; try { label: { a[0]; break label }; } catch (e) {} }
const s199 = []; for (let i = 0; i < 2; i++) s199.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s199[i]; try { label: for (;;) { for (const x of a) break label }; } catch (e) {} }
const s200 = []; for (let i = 0; i < 2; i++) s200.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s200[i]; try { Symbol.iterator in a; } catch (e) {} }
const s202 = []; for (let i = 0; i < 2; i++) s202.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s202[i]; try { isNaN(a); } catch (e) {} }
const s203 = []; for (let i = 0; i < 2; i++) s203.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s203[i]; try { Number(a); } catch (e) {} }
const s204 = []; for (let i = 0; i < 2; i++) s204.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s204[i]; try { parseInt(a); } catch (e) {} }
const s206 = []; for (let i = 0; i < 2; i++) s206.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s206[i]; try { [a] == b0; } catch (e) {} }
const s207 = []; for (let i = 0; i < 2; i++) s207.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s207[i]; try { a >= 0; } catch (e) {} }
const s208 = []; for (let i = 0; i < 2; i++) s208.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s208[i]; try { a ** 2; } catch (e) {} }
const s209 = []; for (let i = 0; i < 2; i++) s209.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s209[i]; try { ~a; } catch (e) {} }
const s210 = []; for (let i = 0; i < 2; i++) s210.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s210[i]; try { o[a]; } catch (e) {} }
const s211 = []; for (let i = 0; i < 2; i++) s211.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s211[i]; try { o[a] = 1; } catch (e) {} }
const s212 = []; for (let i = 0; i < 2; i++) s212.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s212[i]; try { new Map([a]); } catch (e) {} }
const s213 = []; for (let i = 0; i < 2; i++) s213.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s213[i]; try { new Map([[a, 1]]).has(a); } catch (e) {} }
const s215 = []; for (let i = 0; i < 2; i++) s215.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s215[i]; try { Object.fromEntries([a]); } catch (e) {} }
const s216 = []; for (let i = 0; i < 2; i++) s216.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s216[i]; try { [b0].concat([a])[1][0]; } catch (e) {} }
const s217 = []; for (let i = 0; i < 2; i++) s217.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s217[i]; try { [a, a].every((x) => x[0]); } catch (e) {} }
const s218 = []; for (let i = 0; i < 2; i++) s218.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s218[i]; try { Array.of(a)[0][0]; } catch (e) {} }
const s219 = []; for (let i = 0; i < 2; i++) s219.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s219[i]; try { Promise_(a); } catch (e) {} }
const s220 = []; for (let i = 0; i < 2; i++) s220.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s220[i]; try { a.find(id); } catch (e) {} }
const s221 = []; for (let i = 0; i < 2; i++) s221.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s221[i]; try { a.lastIndexOf(1); } catch (e) {} }
const s222 = []; for (let i = 0; i < 2; i++) s222.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s222[i]; try { a.copyWithin(0, 1); } catch (e) {} }
const s223 = []; for (let i = 0; i < 2; i++) s223.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s223[i]; try { a.splice(0, 1); } catch (e) {} }
const s224 = []; for (let i = 0; i < 2; i++) s224.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s224[i]; try { a.unshift(1); } catch (e) {} }
const s225 = []; for (let i = 0; i < 2; i++) s225.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s225[i]; try { a.flatMap(id); } catch (e) {} }
const s226 = []; for (let i = 0; i < 2; i++) s226.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s226[i]; try { a.filter(id); } catch (e) {} }
const s227 = []; for (let i = 0; i < 2; i++) s227.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s227[i]; try { a.every(id); } catch (e) {} }
const s228 = []; for (let i = 0; i < 2; i++) s228.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s228[i]; try { a.reduceRight((p, q) => p); } catch (e) {} }
const s229 = []; for (let i = 0; i < 2; i++) s229.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s229[i]; try { a.values().next(); } catch (e) {} }
const s230 = []; for (let i = 0; i < 2; i++) s230.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s230[i]; try { Object.defineProperty(a, 0, { value: 1 }); } catch (e) {} }
const s231 = []; for (let i = 0; i < 2; i++) s231.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s231[i]; try { Object.getOwnPropertyDescriptor(a, 0); } catch (e) {} }
const s232 = []; for (let i = 0; i < 2; i++) s232.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s232[i]; try { Reflect.deleteProperty(a, 0); } catch (e) {} }
const s233 = []; for (let i = 0; i < 2; i++) s233.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s233[i]; try { Reflect.defineProperty(a, 0, { value: 1, configurable: true, writable: true }); } catch (e) {} }
const s234 = []; for (let i = 0; i < 2; i++) s234.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s234[i]; try { Object.seal(a); } catch (e) {} }
const s235 = []; for (let i = 0; i < 2; i++) s235.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s235[i]; try { Object.setPrototypeOf(a, Array.prototype); } catch (e) {} }
const s236 = []; for (let i = 0; i < 2; i++) s236.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s236[i]; try { new Array(...a); } catch (e) {} }
const s237 = []; for (let i = 0; i < 2; i++) s237.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s237[i]; try { Array(...a); } catch (e) {} }
const s238 = []; for (let i = 0; i < 2; i++) s238.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s238[i]; try { Reflect.construct(F, a); } catch (e) {} }
const s239 = []; for (let i = 0; i < 2; i++) s239.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s239[i]; try { F.apply(o, a); } catch (e) {} }
const s240 = []; for (let i = 0; i < 2; i++) s240.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s240[i]; try { f.bind(null, ...a)(); } catch (e) {} }
const s242 = []; for (let i = 0; i < 2; i++) s242.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s242[i]; try { f.bind(null, a)()[0]; } catch (e) {} }
const s243 = []; for (let i = 0; i < 2; i++) s243.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s243[i]; try { f.call(null, a)[0]; } catch (e) {} }
const s244 = []; for (let i = 0; i < 2; i++) s244.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s244[i]; try { f.apply(null, [a])[0]; } catch (e) {} }
const s245 = []; for (let i = 0; i < 2; i++) s245.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s245[i]; try { new Proxy(a, {})[0]; } catch (e) {} }
const s246 = []; for (let i = 0; i < 2; i++) s246.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s246[i]; try { [0].map(() => a[0]); } catch (e) {} }
const s247 = []; for (let i = 0; i < 2; i++) s247.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s247[i]; try { [0].forEach(function () { this[0] }, a); } catch (e) {} }
const s248 = []; for (let i = 0; i < 2; i++) s248.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s248[i]; try { [2, 1].sort(() => a[0]); } catch (e) {} }
const s249 = []; for (let i = 0; i < 2; i++) s249.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s249[i]; try { 'x'.replace(/x/, () => a[0]); } catch (e) {} }
const s250 = []; for (let i = 0; i < 2; i++) s250.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s250[i]; try { JSON.stringify({ a }); } catch (e) {} }
const s251 = []; for (let i = 0; i < 2; i++) s251.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s251[i]; try { JSON.stringify(1, () => a[0]); } catch (e) {} }
const s253 = []; for (let i = 0; i < 2; i++) s253.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s253[i]; try { String.raw({ raw: a }); } catch (e) {} }
const s254 = []; for (let i = 0; i < 2; i++) s254.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s254[i]; try { new Date(a); } catch (e) {} }
const s255 = []; for (let i = 0; i < 2; i++) s255.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s255[i]; try { Array.from({ length: 1 }, () => a[0]); } catch (e) {} }
const s256 = []; for (let i = 0; i < 2; i++) s256.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s256[i]; try { Object.entries({ a })[0][1][0]; } catch (e) {} }
const s257 = []; for (let i = 0; i < 2; i++) s257.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s257[i]; try { [...new Map([[1, a]])][0][1][0]; } catch (e) {} }
const s258 = []; for (let i = 0; i < 2; i++) s258.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s258[i]; try { [...new Set([a])][0][0]; } catch (e) {} }
const s259 = []; for (let i = 0; i < 2; i++) s259.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s259[i]; try { for (const [, x] of new Map([[1, a]])) x[0]; } catch (e) {} }
const s260 = []; for (let i = 0; i < 2; i++) s260.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s260[i]; try { new Map([[1, a]]).forEach((x) => x[0]); } catch (e) {} }
const s261 = []; for (let i = 0; i < 2; i++) s261.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s261[i]; try { Array.prototype.concat.call([], a); } catch (e) {} }
const s262 = []; for (let i = 0; i < 2; i++) s262.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s262[i]; try { Array.prototype.concat.apply([], [a]); } catch (e) {} }
const s263 = []; for (let i = 0; i < 2; i++) s263.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s263[i]; try { [].concat.apply([], [a]); } catch (e) {} }
const s264 = []; for (let i = 0; i < 2; i++) s264.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s264[i]; try { [].push.apply(b0, a); } catch (e) {} }
const s265 = []; for (let i = 0; i < 2; i++) s265.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s265[i]; try { a = a.concat(1); } catch (e) {} }
const s266 = []; for (let i = 0; i < 2; i++) s266.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s266[i]; try { a = [...a, 1]; } catch (e) {} }
const s267 = []; for (let i = 0; i < 2; i++) s267.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s267[i]; try { a = a.slice(1); } catch (e) {} }
const s268 = []; for (let i = 0; i < 2; i++) s268.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s268[i]; try { z = a[0] = 1; } catch (e) {} }
const s269 = []; for (let i = 0; i < 2; i++) s269.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s269[i]; try { z = a.pop(); } catch (e) {} }
const s270 = []; for (let i = 0; i < 2; i++) s270.push([i + 1, 5]);
for (let i = 0; i < 2; i++) { let a = s270[i]; try { arguments_(a); } catch (e) {} }
console.log(1);
