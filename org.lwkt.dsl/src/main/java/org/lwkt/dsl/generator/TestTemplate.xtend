// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator

/** The text of a JUnit class. Only text: what goes into it is decided elsewhere. */
class TestTemplate {
	def String render(TestClass it) '''
		// Generated from «JavaText.comment(position.file)» by LWKT Workbench. Changes are lost.
		«IF !packageName.empty»
			package «packageName»;

		«ENDIF»
		import static org.junit.jupiter.api.Assertions.fail;

		import java.util.ArrayList;
		import java.util.List;
		import org.junit.jupiter.api.DisplayName;
		«IF runs»
			import org.junit.jupiter.api.DynamicContainer;
		«ENDIF»
		import org.junit.jupiter.api.DynamicTest;
		import org.junit.jupiter.api.TestFactory;
		import org.lwkt.runtime.expect.ExpectationResult;
		import org.lwkt.runtime.scenario.Result;
		«IF runs»
			import org.lwkt.runtime.scenario.Runner;
			import org.lwkt.runtime.scenario.Sweep;
		«ENDIF»

		/** Tests scenario <q>«JavaText.comment(scenarioName)»</q>, declared in «JavaText.comment(position.file)» line «position.line». */
		@DisplayName(«JavaText.string(scenarioName)»)
		class «name» {
		    «IF runs»
		    	/** For each run, as {@link #tests} says. */
		    	@TestFactory
		    	List<DynamicContainer> runs() {
		    	    Sweep sweep = «subject».sweep();
		    	    List<DynamicContainer> runs = new ArrayList<>();
		    	    for (int run = 0; run < sweep.size(); run++) {
		    	        Result result = Runner.of(sweep.scenario(run)).recordTrace(false).run();
		    	        runs.add(DynamicContainer.dynamicContainer(sweep.words(run), tests(result)));
		    	    }
		    	    return runs;
		    	}
		    «ELSE»
		    	/** As {@link #tests} says. */
		    	@TestFactory
		    	List<DynamicTest> run() {
		    	    return tests(«subject».run());
		    	}
		    «ENDIF»

		    /** A test for the end of the run, and one for each expectation. */
		    private static List<DynamicTest> tests(Result result) {
		        List<DynamicTest> tests = new ArrayList<>();
		        tests.add(DynamicTest.dynamicTest("ends as expected", () -> {
		            if (!result.endedAsExpected()) {
		                fail("ended unexpectedly: " + result.end());
		            }
		        }));
		        for (ExpectationResult expectation : result.expectations()) {
		            tests.add(DynamicTest.dynamicTest(expectation.expected(), () -> {
		                if (!expectation.held()) {
		                    fail(expectation.failure());
		                }
		            }));
		        }
		        return tests;
		    }
		}
	'''
}
