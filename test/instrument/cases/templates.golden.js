$aT.file($aT$base,'{"path":"/templates.js","dependency":null,"names":[""],"sites":[1,4,0,11,6,0,-1,-1,"`plain`",0,1,0,11,2,0,-1,-1,"tag`plain`",1,4,0,18,6,0,-1,-1,"`a${x}b${[1]}`",0,13,0,16,0,0,-1,-1,"[1]",0,1,0,18,2,0,-1,-1,"tag`a${x}b${[1]}`",1,6,0,13,6,0,-1,-1,"`a${x}`",0,1,0,13,2,0,-1,-1,"o.tag`a${x}`",1,29,0,33,2,0,-1,-1,"f(x)",1,4,2,7,6,0,-1,-1,"`over ${x} lines`",0,1,2,7,2,0,-1,-1,"tag`over ${x} lines`"],"more":{},"loops":[],"functions":[],"bodies":[]}',10);0,($aT.p(0),$aT.c(1,$aT.k(1),tag`plain`));
0,($aT.p(2),$aT.c(4,$aT.k(4),tag`a${x}b${$aT.l8(3,[1])}`));
0,($aT.p(5),$aT.c(6,$aT.k(6),o.tag`a${x}`));
const text = `${$aT.i(list)} and ${$aT.i($aT.c(7,$aT.k(7),f($aT.h31(x,0))))}`;
0,($aT.p(8),$aT.c(9,$aT.k(9),tag`over
${x}
lines`));
// 0 template 1:4: `plain`
// 1 call 1:1: tag`plain`
// 2 template 2:4: `a${x}b${[1]}`
// 3 literal 2:13: [1]
// 4 call 2:1: tag`a${x}b${[1]}`
// 5 template 3:6: `a${x}`
// 6 call 3:1: o.tag`a${x}`
// 7 call 4:29: f(x)
// 8 template 5:4: `over ${x} lines`
// 9 call 5:1: tag`over ${x} lines`
