"""Takes an 组织生活会, gives its papers: 问题清单 and 情况报告."""
